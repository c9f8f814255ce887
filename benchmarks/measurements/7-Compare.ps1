# A configuration of many links is compared with its account, and the lists that this takes are read for the comparison.
param([hashtable] $Context)

$links = if ($Context.Runs -eq 1) { 20 } else { 1000 }
$measured = Invoke-Fresh -Argument $Context, $links -Script {
    $context, $links = $args
    . $context.Helpers
    Import-Module $context.Module
    $token = [securestring]::new()
    foreach ($character in 'practice'.ToCharArray()) { $token.AppendChar($character) }
    $sandbox = Start-CniSandbox -SlotCount ($links * 3)
    $account = '0123456789abcdef0123456789abcdef'
    $null = Connect-Cni -BaseUri $sandbox.BaseUri -ApiToken $token -AccountId $account
    $number = 0
    Get-CniSlot -Occupied $false -PageSize 1000 | Select-Object -First $links | New-CniInterconnect -Confirm:$false |
        ForEach-Object { $_ | New-Cni -ConduitName "conduit-$((++$number))" -Mtu 1500 -CustomerAsn 64512 -Confirm:$false -WarningAction SilentlyContinue } | Out-Null
    $file = Join-Path ([System.IO.Path]::GetTempPath()) "cni-benchmark-$PID.json"
    $null = Export-CniConfiguration -Path $file

    # Every hundredth MTU is another one.
    $changed = "$file.changed"
    $found = 0
    [System.IO.File]::WriteAllText($changed, [regex]::Replace([System.IO.File]::ReadAllText($file), '"mtu": 1500', {
                if ($script:found++ % 100) { $args[0].Value } else { '"mtu": 1476' }
            }))
    try {
        Measure-SideBySide -Runs $context.Runs -WarmUp 3 -Candidate ([ordered]@{
                Compare = { if (-not (Compare-CniConfiguration -Path $file -Quiet)) { throw 'The account differs from its own file.' } }
                Changed = { if (@(Compare-CniConfiguration -Path $changed).Count -eq 0) { throw 'The changes are missing.' } }
                Lists   = { $null = Get-CniSettings; Get-CniInterconnect | Out-Null; Get-Cni | Out-Null }
            })
    } finally {
        Remove-Item -LiteralPath $file, $changed
        $sandbox | Stop-CniSandbox
    }
}
ConvertTo-Measurement -Name "a configuration of $links links compared, compared with reading its lists" -Ratio ($measured.Compare / $measured.Lists) -Target '<= 1.15' -Detail (
    '{0:0} ms, lists {1:0} ms' -f $measured.Compare, $measured.Lists)
ConvertTo-Measurement -Name "the same with every hundredth MTU changed" -Ratio ($measured.Changed / $measured.Lists) -Target '<= 1.15' -Detail (
    '{0:0} ms, lists {1:0} ms' -f $measured.Changed, $measured.Lists)
