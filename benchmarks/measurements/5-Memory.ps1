# The peak memory of a whole process for a short and a long list, the growth of the time, and the number of connections for serial requests.
param([hashtable] $Context)

$sizes = if ($Context.Runs -eq 1) { 1000, 2000 } else { 1000, 10000, 100000, 1000000 }
$measured = foreach ($size in $sizes) {
    foreach ($run in 1..([Math]::Min(3, $Context.Runs))) {
        Invoke-Fresh -Argument $Context, $size -Script {
            $context, $size = $args
            . $context.Helpers
            Connect-Benchmark -Context $context -Account "n$($size)d0"
            $null = Get-CniSlot -PageSize 10 | Select-Object -First 1
            $elapsed = Measure-Millisecond -Script { Get-CniSlot -PageSize 1000 | Out-Null }
            @{ Size = $size; Elapsed = $elapsed; Peak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB }
        }
    }
}
$medians = foreach ($size in $sizes) {
    $runs = @($measured | Where-Object { $_.Size -eq $size })
    [pscustomobject]@{ Size = $size; Elapsed = Get-Median -Value $runs.Elapsed; Peak = Get-Median -Value $runs.Peak }
}
$short = $medians | Where-Object Size -EQ ($sizes | Select-Object -Last 3 | Select-Object -First 1)
$long = $medians[-1]
ConvertTo-Measurement -Name "peak memory for $($long.Size) slots, compared with $($short.Size) slots" -Ratio ($long.Peak - $short.Peak) -Unit ' MiB more' -Target '<= 32' -Detail (
    '{0:0} MiB, {1:0} MiB' -f $long.Peak, $short.Peak)
$perObject = $medians | ForEach-Object { '{0}: {1:0} ms ({2:0.0} us per object)' -f $_.Size, $_.Elapsed, ($_.Elapsed * 1000 / $_.Size) }
$reference = $medians[-2]
ConvertTo-Measurement -Name "time per object for $($long.Size) slots, compared with $($reference.Size) slots" -Ratio (($long.Elapsed / $long.Size) / ($reference.Elapsed / $reference.Size)) -Target '<= 1.2' -Detail (
    'first list of a process: ' + ($perObject -join ', '))

$null = Get-ServerConnectionCount -Server $Context.Server
$calls = $Context.Calls * 5
Invoke-Fresh -Argument $Context, $calls -Script {
    $context, $calls = $args
    . $context.Helpers
    Connect-Benchmark -Context $context -Account 'n1d0'
    foreach ($call in 1..$calls) { $null = Get-CniSlot '00000001-5a9d-4b0c-8f7e-4c1d8e2f6a7b' }
}
ConvertTo-Measurement -Name "connections opened for $calls serial requests" -Ratio (Get-ServerConnectionCount -Server $Context.Server) -Unit '' -Target '<= 1' -Detail 'counted by the server'
