# A long list: without output, with a filter, and its first object. Also one object by its ID.
param([hashtable] $Context)

$measured = Invoke-Fresh -Argument $Context -Script {
    $context = $args[0]
    . $context.Helpers
    $account = "n$($context.Slots)d0"
    Connect-Benchmark -Context $context -Account $account
    $slots = "$($context.BaseUri)/accounts/$account/cni/slots"
    $id = '00000001-5a9d-4b0c-8f7e-4c1d8e2f6a7b'
    $calls = 1..$context.Calls
    # What PowerShell itself needs to pass as many objects on.
    $all = @(Get-CniSlot -PageSize 1000)

    $list = Measure-SideBySide -Runs $context.Runs -Candidate ([ordered]@{
            Ours = { Get-CniSlot -PageSize 1000 | Out-Null }
            Bare = { [CloudflareCni.Baseline.BareApi]::List($slots, 1000) }
        })
    $filter = Measure-SideBySide -Runs ([Math]::Min(5, $context.Runs)) -WarmUp 1 -Candidate ([ordered]@{
            Ours   = { Get-CniSlot -PageSize 1000 | Where-Object occupied -EQ $false }
            Engine = { $all | Where-Object occupied -EQ $false }
            Loop   = {
                $cursor = $null
                $all = do {
                    $page = Invoke-RestMethod -Uri "$slots`?limit=1000$(if ($cursor) { "&cursor=$cursor" })"
                    $page.items
                    $cursor = $page.next
                } while ($cursor)
                $all | Where-Object occupied -EQ $false
            }
        })
    $first = Measure-SideBySide -Runs ($context.Runs * 5) -WarmUp 5 -Candidate ([ordered]@{
            Ours = { Get-CniSlot -PageSize 1000 | Select-Object -First 1 }
            Bare = { [CloudflareCni.Baseline.BareApi]::FirstPage($slots, 1000) }
        })
    $one = Measure-SideBySide -Runs ($context.Runs * 3) -WarmUp 6 -Candidate ([ordered]@{
            Ours = { foreach ($call in $calls) { Get-CniSlot $id } }
            Bare = { foreach ($call in $calls) { Get-BareSlot "$slots/$id" } }
            Loop = { foreach ($call in $calls) { Invoke-RestMethod -Uri "$slots/$id" } }
        })
    @{ List = $list; Filter = $filter; First = $first; One = $one }
}
$list, $filter, $first, $one = $measured.List, $measured.Filter, $measured.First, $measured.One
ConvertTo-Measurement -Name 'list to Out-Null, compared with bare' -Ratio ($list.Ours / $list.Bare) -Target '<= 1.15' -Detail (
    '{0:0} ms, bare {1:0} ms' -f $list.Ours, $list.Bare)
ConvertTo-Measurement -Name 'list to `Where occupied -eq $false`: an Invoke-RestMethod loop compared with the module' -Ratio ($filter.Loop / $filter.Ours) -Target '>= 6' -Detail (
    '{0:0} ms, loop {1:0} ms; the same objects from memory to Where: {2:0} ms' -f $filter.Ours, $filter.Loop, $filter.Engine)
ConvertTo-Measurement -Name 'first object, compared with one page that bare reads' -Ratio ($first.Ours / $first.Bare) -Target '<= 1.3' -Detail ('{0:0.00} ms, bare {1:0.00} ms' -f $first.Ours, $first.Bare)
$microseconds = 1000 / $Context.Calls
ConvertTo-Measurement -Name 'one object by ID, warm, compared with a cmdlet that uses bare' -Ratio ($one.Ours / $one.Bare) -Target '<= 1.4' -Detail (
    '{0:0} us, bare {1:0} us' -f ($one.Ours * $microseconds), ($one.Bare * $microseconds))
ConvertTo-Measurement -Name 'one object by ID: Invoke-RestMethod compared with the module' -Ratio ($one.Loop / $one.Ours) -Target '>= 1.5' -Detail (
    '{0:0} us, Invoke-RestMethod {1:0} us' -f ($one.Ours * $microseconds), ($one.Loop * $microseconds))
