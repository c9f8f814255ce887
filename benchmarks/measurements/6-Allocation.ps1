# The bytes that the client allocates for each listed object, against those that it retains.
param([hashtable] $Context)

$program = Join-Path (Split-Path -Path $Context.Baseline) '../../CloudflareCni.Benchmarks/release/CloudflareCni.Benchmarks.dll'
$lines = @(dotnet $program memory)
$thousand = [double]($lines[0] -split ' ')[-1]
ConvertTo-Measurement -Name 'bytes allocated in the client per listed object, compared with bytes retained' -Ratio $thousand -Target '<= 1.5' -Detail ($lines -join '; ')
