# A configuration of many links is compared with its account, and the lists that this takes are read for the comparison.
param([hashtable] $Context)

$links = if ($Context.Runs -eq 1) { 20 } else { 1000 }
foreach ($delay in 30, 0) {
    $measured = Invoke-Fresh -Argument $Context, "n${links}d$delay" -Script {
        $context, $account = $args
        . $context.Helpers
        Connect-Benchmark -Context $context -Account $account
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "cni-benchmark-$PID.json"
        $changed = "$file.changed"
        try {
            $null = Export-CniConfiguration -Path $file

            # The account's ID isn't an ID of Cloudflare. Every hundredth MTU is another one.
            $text = [regex]::Replace([System.IO.File]::ReadAllText($file), '"account": "[^"]*",\s*', '')
            [System.IO.File]::WriteAllText($file, $text)
            $found = 0
            [System.IO.File]::WriteAllText($changed, [regex]::Replace($text, '"mtu": 1500', {
                        if ($script:found++ % 100) { $args[0].Value } else { '"mtu": 1476' }
                    }))
            Measure-SideBySide -Runs $context.Runs -WarmUp 3 -Candidate ([ordered]@{
                    Compare = { if (-not (Compare-CniConfiguration -Path $file -Quiet)) { throw 'The account differs from its own file.' } }
                    Changed = { if (@(Compare-CniConfiguration -Path $changed).Count -eq 0) { throw 'The changes are missing.' } }
                    Lists   = { $null = Get-CniSettings; Get-CniInterconnect | Out-Null; Get-Cni | Out-Null }
                })
        } finally {
            Remove-Item -LiteralPath $file, $changed -ErrorAction Ignore
        }
    }
    $where = if ($delay) { "$delay ms away" } else { 'on this computer' }
    ConvertTo-Measurement -Name "a configuration of $links links, compared with an account $where, compared with reading its lists" -Ratio ($measured.Compare / $measured.Lists) -Target '<= 1.15' -Detail (
        '{0:0} ms, lists {1:0} ms' -f $measured.Compare, $measured.Lists)
    ConvertTo-Measurement -Name "the same with every hundredth MTU changed" -Ratio ($measured.Changed / $measured.Lists) -Target '<= 1.15' -Detail (
        '{0:0} ms, lists {1:0} ms' -f $measured.Changed, $measured.Lists)
}
