# A server and a consumer that each take 20 ms for a page, at the same time.
param([hashtable] $Context)

$measured = Invoke-Fresh -Argument $Context -Script {
    $context = $args[0]
    . $context.Helpers
    $account = "n$($context.Pages * 1000)d20"
    Connect-Benchmark -Context $context -Account $account
    $page = Get-CniSlot -PageSize 1000 | Select-Object -First 1000
    $pages = 1..$context.Pages
    Measure-SideBySide -Runs ([Math]::Min(5, $context.Runs)) -WarmUp 1 -Candidate ([ordered]@{
            Both     = { Get-CniSlot -PageSize 1000 | Skip-BareObject -PageMilliseconds 20 }
            Server   = { Get-CniSlot -PageSize 1000 | Out-Null }
            Consumer = { foreach ($one in $pages) { $page | Skip-BareObject -PageMilliseconds 20 } }
        })
}
$slower = [Math]::Max($measured.Server, $measured.Consumer)
ConvertTo-Measurement -Name "$($Context.Pages) pages with 20 ms per page on both sides, compared with the slower side alone" -Ratio ($measured.Both / $slower) -Target '<= 1.15' -Detail (
    '{0:0} ms, server alone {1:0} ms, consumer alone {2:0} ms' -f $measured.Both, $measured.Server, $measured.Consumer)
