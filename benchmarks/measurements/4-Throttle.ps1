# The status of many interconnects, 50 ms each, 16 at a time.
param([hashtable] $Context)

$measured = Invoke-Fresh -Argument $Context -Script {
    $context = $args[0]
    . $context.Helpers
    Connect-Benchmark -Context $context -Account 'n1d50'
    $names = foreach ($number in 1..$context.Links) { "link-$number" }
    $script:inOrder = $true
    $times = Measure-SideBySide -Runs ([Math]::Min(5, $context.Runs)) -WarmUp 1 -Candidate ([ordered]@{
            Ours = {
                $got = ($names | Get-CniInterconnectStatus -ThrottleLimit 16).Interconnect
                if (Compare-Object -ReferenceObject $names -DifferenceObject $got -SyncWindow 0) { $script:inOrder = $false }
            }
        })
    @{ Ours = $times.Ours; InOrder = $script:inOrder }
}
$ideal = $Context.Links / 16 * 50
ConvertTo-Measurement -Name "status of $($Context.Links) interconnects, 50 ms each, -ThrottleLimit 16, compared with $($Context.Links) / 16 x 50 ms" -Ratio ($measured.Ours / $ideal) -Target '<= 1.15' -Detail (
    '{0:0} ms, ideal {1:0} ms, {2}' -f $measured.Ours, $ideal, $(if ($measured.InOrder) { 'in the order of the input' } else { 'NOT in the order of the input' }))

# Circuits: four lists at the same time, and then their states.
$circuits = Invoke-Fresh -Argument $Context -Script {
    $context = $args[0]
    . $context.Helpers
    Connect-Benchmark -Context $context -Account "n$($context.Links)d50"
    $script:whole = $true
    $times = Measure-SideBySide -Runs ([Math]::Min(5, $context.Runs)) -WarmUp 1 -Candidate ([ordered]@{
            Ours = {
                $got = @(Get-CniCircuit -ThrottleLimit 16)
                if ($got.Count -ne $context.Links -or $got[-1].Name -ne "link-$($context.Links)" -or @($got | Where-Object CniCount -ne 1).Count -or @($got | Where-Object RouteCount -ne 1).Count) {
                    $script:whole = $false
                }
            }
            # The lists come in one page each, at the same time; the slowest takes 50 ms and the time to read it.
            List = { Get-Cni | Out-Null }
        })
    @{ Ours = $times.Ours; List = $times.List; Whole = $script:whole }
}
$ideal = $circuits.List + $Context.Links / 16 * 50
ConvertTo-Measurement -Name "$($Context.Links) circuits, 50 ms each response, -ThrottleLimit 16, compared with the slowest list + $($Context.Links) / 16 x 50 ms" -Ratio ($circuits.Ours / $ideal) -Target '<= 1.15' -Detail (
    '{0:0} ms, ideal {1:0} ms, {2}' -f $circuits.Ours, $ideal, $(if ($circuits.Whole) { 'whole and in order' } else { 'NOT whole or NOT in order' }))
