# Import-Module, cold: each in a new process.
param([hashtable] $Context)

$times = @{ $Context.Module = @(); $Context.Empty = @() }
foreach ($run in 0..($Context.Runs)) {
    foreach ($module in $Context.Module, $Context.Empty) {
        $elapsed = Invoke-Fresh -Argument $module -Script {
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            Import-Module $args[0]
            $watch.Elapsed.TotalMilliseconds
        }
        # The first run fills the disk cache.
        if ($run -gt 0) { $times[$module] += $elapsed }
    }
}
$ours = Get-Median -Value $times[$Context.Module]
$bare = Get-Median -Value $times[$Context.Empty]
ConvertTo-Measurement -Name 'Import-Module in a new process, compared with an empty module' -Ratio ($ours / $bare) -Target '<= 1.2' -Detail ('{0:0} ms, empty {1:0} ms' -f $ours, $bare)
