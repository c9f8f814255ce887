BeforeDiscovery {
    $folder = Join-Path (Join-Path (Split-Path -Parent (Split-Path -Parent $PSScriptRoot)) 'docs') 'runbooks'
    $script:Runbooks = @(Get-ChildItem -Path $folder -Filter *.ps1 | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } })
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $script:Folder = Join-Path (Join-Path $RepositoryRoot 'docs') 'runbooks'
    $script:Account = '5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20'
    $script:Token = 'practice-token-that-nobody-may-see'
    $script:Hook = 'https://hooks.example.com/secret-path-that-nobody-may-see'

    # Replacements for the cmdlets in an Azure Automation job.
    function Get-AutomationPSCredential {
        param([string] $Name)

        $Assets.Credentials[$Name]
    }
    function Get-AutomationConnection {
        param([string] $Name)

        $Assets.Connections[$Name]
    }
    function Get-AutomationVariable {
        param([string] $Name)

        if (-not $Assets.Variables.ContainsKey($Name)) {
            throw "The variable '$Name' was not found."
        }

        $Assets.Variables[$Name]
    }
    function Set-AutomationVariable {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
        param([string] $Name, $Value)

        if (-not $Assets.Variables.ContainsKey($Name)) {
            throw "The variable '$Name' was not found."
        }

        $Assets.Variables[$Name] = $Value
    }
    function Invoke-RestMethod {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '')]
        [CmdletBinding()]
        param($Method, $Uri, $ContentType, $Body, $TimeoutSec)

        if ($Assets.WebhookFails) {
            throw "$Method $Uri with $ContentType failed after $TimeoutSec s"
        }

        $Assets.Posts.Add([System.Text.Encoding]::UTF8.GetString($Body))
    }

    # Runs a runbook as a job, and returns the output in each stream and the error that ended it.
    function Invoke-Runbook {
        param([string] $Name, [hashtable] $Parameter = @{})

        $VerbosePreference = 'Continue'
        $DebugPreference = 'Continue'
        $ErrorActionPreference = 'Continue'
        $records = New-Object -TypeName System.Collections.ArrayList
        $failure = $null
        try {
            & (Join-Path $Folder "$Name.ps1") @Parameter *>&1 | ForEach-Object { $null = $records.Add($_) }
        }
        catch {
            $failure = $_
        }

        $verbose = @($records | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
        [pscustomobject] @{
            Output   = @($records | Where-Object { $_.GetType().Name -notmatch '^(Error|Warning|Verbose|Debug|Information)Record$' })
            Warnings = @($records | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
            Errors   = @($records | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Other    = @($records | Where-Object { $_ -is [System.Management.Automation.InformationRecord] -or $_ -is [System.Management.Automation.DebugRecord] })
            Failure  = $failure
            Requests = @($verbose.Message | Where-Object { $_ -match '^(GET|POST|PUT|DELETE) /' })
            All      = (@($records | Out-String -Width 500) + @("$failure" + ($failure | Format-List -Property * -Force | Out-String -Width 500))) -join "`n"
        }
    }
}

Describe 'Runbooks' {
    BeforeEach {
        $script:Server = Start-CniSandbox -ReadyAfterSec 0
        $script:Assets = @{
            Credentials = @{}
            Connections = @{ Cloudflare = @{ AccountId = $Account; ApiToken = $Token; BaseUri = "$($Server.BaseUri)" } }
            Variables   = @{ CniStates = ''; CniWebhook = $Hook; CniLink = '' }
            Posts       = New-Object -TypeName 'System.Collections.Generic.List[string]'
        }
        $script:Connection = Connect-Cni -NoDefault -Connection $Assets.Connections.Cloudflare
        $script:Common = @{ AssetType = 'Connection' }
        $script:Link = $Common + @{ OrderVariableName = 'CniLink'; Site = 'fra03'; Speed = '10G'; ConduitName = 'fra-core-1'; CustomerAsn = 64999; LoaPath = "$TestDrive/link-$([guid]::NewGuid())" }
    }

    AfterEach {
        $Server | Stop-CniSandbox
    }

    Context 'all: <Name>' -ForEach $Runbooks {
        BeforeAll {
            $script:Runbook = $Name -replace '\.ps1$'
            [System.IO.File]::WriteAllText("$TestDrive/drift.json", '{ "format": 1, "settings": { "default_asn": 64512 } }')
            $script:Needed = switch ($Runbook) {
                'Compare-CniDrift' { @{ Path = "$TestDrive/drift.json" } }
                'Save-CniMissingLoa' { @{ Path = "$TestDrive/all" } }
                'New-CniLink' { @{ OrderVariableName = 'CniLink'; Site = 'fra03'; Speed = '10G'; ConduitName = 'fra-core-1' } }
                default { @{} }
            }
        }

        It 'has help for itself and each parameter' {
            $help = Get-Help -Name $Path -Full
            $help.Synopsis | Should -Match '^Azure Automation runbook: '
            @($help.examples.example).Count | Should -BeGreaterThan 0
            foreach ($parameter in $help.parameters.parameter) {
                ($parameter.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because $parameter.name
            }
        }

        It 'uses the token from a credential asset' {
            $Assets.Credentials.Noc = New-Object -TypeName pscredential -ArgumentList $Account, (New-Secret $Token)
            $PSDefaultParameterValues['Connect-Cni:BaseUri'] = "$($Server.BaseUri)"
            try {
                $job = Invoke-Runbook -Name $Runbook -Parameter ($Needed + @{ AssetName = 'Noc' })
            }
            finally {
                $PSDefaultParameterValues.Remove('Connect-Cni:BaseUri')
            }

            $job.Failure | Should -BeNullOrEmpty
            $job.Errors | Should -BeNullOrEmpty
            $job.Requests | Should -Not -BeNullOrEmpty
            $job.Other | Should -BeNullOrEmpty
            $job.All | Should -Not -Match 'nobody-may-see'
        }

        It 'fails with one clear error if the credential is wrong, without showing a secret' {
            $Assets.Connections.Cloudflare.ApiToken = 'invalid'
            $job = Invoke-Runbook -Name $Runbook -Parameter ($Needed + $Common)
            $job.Failure.FullyQualifiedErrorId | Should -BeLike 'CniAuthenticationFailed,*'
            $job.Errors | Should -BeNullOrEmpty
            $job.Output | Should -BeNullOrEmpty
            $job.All | Should -Not -Match 'invalid|Bearer'
            $Assets.Variables.CniStates + $Assets.Variables.CniLink | Should -Be ''
        }

        It 'fails with one clear error if the asset is missing' {
            $job = Invoke-Runbook -Name $Runbook -Parameter ($Needed + @{ AssetName = 'Nothing' })
            "$($job.Failure)" | Should -BeLike "*no Credential asset 'Nothing'. Create it*"
            $job.Errors.Count + $job.Output.Count + $job.Requests.Count | Should -Be 0
        }

        It 'does not leave a connection' {
            Disconnect-Cni
            $null = Invoke-Runbook -Name $Runbook -Parameter ($Needed + $Common)
            Get-CniConnection | Should -BeNullOrEmpty
        }
    }

    Context 'Get-CniHealthReport' {
        It 'returns an object for each interconnect, a warning for each that is not healthy, and the totals' {
            $job = Invoke-Runbook -Name Get-CniHealthReport -Parameter $Common
            $links = @($job.Output | Where-Object { $_ -isnot [string] })
            $links.Interconnect | Should -Be (Get-CniInterconnect -Connection $Connection).Name
            $bad = @($links | Where-Object State -NE Healthy)
            $bad.Count | Should -BeGreaterThan 0
            $job.Warnings.Count | Should -Be $bad.Count
            $job.Output[-1] | Should -Be "$($links.Count - $bad.Count) of $($links.Count) interconnects are healthy."
            ($links | Where-Object Interconnect -EQ 'dfw07-da1-1').Cni | Should -Be 'core-primary'
            ($links | Where-Object Interconnect -EQ 'fra03-fr5-3').Reason | Should -BeLike 'no light received*'
            $job.Failure | Should -BeNullOrEmpty
            $job.Errors | Should -BeNullOrEmpty
        }

        It 'saves the report as a web page, which does not show a secret' {
            $job = Invoke-Runbook -Name Get-CniHealthReport -Parameter ($Common + @{ ReportPath = "$TestDrive/health.html" })
            $job.Failure | Should -BeNullOrEmpty
            $page = [System.IO.File]::ReadAllText("$TestDrive/health.html")
            $page | Should -BeLike '<!DOCTYPE html>*dfw07-da1-1*'
            $page | Should -Not -BeLike "*$Token*"
        }

        It 'fails the job on request, after the report' {
            $job = Invoke-Runbook -Name Get-CniHealthReport -Parameter ($Common + @{ FailWhenUnhealthy = $true; IgnorePending = $true })
            "$($job.Failure)" | Should -BeLike "*interconnects aren't healthy: *fra03-fr5-3*"
            "$($job.Failure)" | Should -Not -BeLike '*sin04-sg1-5*'
            $job.Output.Count | Should -BeGreaterThan 5
        }
    }

    Context 'Compare-CniDrift' {
        It 'reports what was changed by hand' {
            Export-CniConfiguration -Path "$TestDrive/mine.json" -Connection $Connection
            $same = Invoke-Runbook -Name Compare-CniDrift -Parameter ($Common + @{ Path = "$TestDrive/mine.json"; FailWhenDifferent = $true })
            $same.Failure | Should -BeNullOrEmpty
            $same.Output | Should -Be '0 differences in 0 objects.'
            Get-Cni -Connection $Connection | Where-Object ConduitName -EQ core-primary | Set-Cni -Mtu 1476 -Connection $Connection
            $job = Invoke-Runbook -Name Compare-CniDrift -Parameter ($Common + @{ Path = "$TestDrive/mine.json"; FailWhenDifferent = $true })
            $job.Output[0].Field | Should -Be 'magic.mtu'
            $job.Warnings | Should -Be 'CNI core-primary on dfw07-da1-1: magic.mtu: 1476 -> 1500'
            "$($job.Failure)" | Should -BeLike '*1 differences in 1 objects*'
            Import-CniConfiguration -Path "$TestDrive/mine.json" -Connection $Connection -WarningAction SilentlyContinue
            (Invoke-Runbook -Name Compare-CniDrift -Parameter ($Common + @{ Path = "$TestDrive/mine.json" })).Output | Should -Be '0 differences in 0 objects.'
        }
    }

    Context 'Watch-CniState' {
        It 'saves the states on the first run, then reports no change' {
            $first = Invoke-Runbook -Name Watch-CniState -Parameter $Common
            $first.Warnings | Should -BeNullOrEmpty
            $first.Output | Should -BeLike 'First run: saved the states of 9 interconnects.*'
            $second = Invoke-Runbook -Name Watch-CniState -Parameter $Common
            $second.Warnings | Should -BeNullOrEmpty
            $second.Output | Should -Be 'No change in 9 interconnects.'
        }

        It 'reports changed, new and removed interconnects once, in the output and to the webhook' {
            $null = Invoke-Runbook -Name Watch-CniState -Parameter $Common
            $Assets.Variables.CniStates = $Assets.Variables.CniStates -replace '("Interconnect":"dfw07-da1-1","State":)"Healthy"|("State":)"Healthy"(,"Interconnect":"dfw07-da1-1")', '$1$2"Down"$3'
            Remove-CniInterconnect -Name gru06-sp3-7 -Force -Connection $Connection
            $new = Get-CniSlot -Occupied $false -Connection $Connection | Select-Object -First 1 | New-CniInterconnect -Connection $Connection

            $job = Invoke-Runbook -Name Watch-CniState -Parameter ($Common + @{ WebhookVariableName = 'CniWebhook' })
            $job.Failure | Should -BeNullOrEmpty
            @($job.Output | Sort-Object -Property Interconnect | ForEach-Object { "$($_.Interconnect) $($_.From)>$($_.To)" }) |
                Should -Be @(@("dfw07-da1-1 Down>Healthy", "gru06-sp3-7 Healthy>", "$($new.Name) >Healthy") | Sort-Object)
            $job.Warnings.Count | Should -Be 3
            $post = $Assets.Posts | ConvertFrom-Json
            $post.changes.Count | Should -Be 3
            $post.text | Should -BeLike '*dfw07-da1-1 was Down and is Healthy*'
            $job.All | Should -Not -Match 'nobody-may-see'

            (Invoke-Runbook -Name Watch-CniState -Parameter ($Common + @{ WebhookVariableName = 'CniWebhook' })).Output | Should -BeLike 'No change*'
            $Assets.Posts.Count | Should -Be 1
        }

        It 'repeats changes that the webhook rejected, and never shows its address' {
            $null = Invoke-Runbook -Name Watch-CniState -Parameter $Common
            $before = $Assets.Variables.CniStates
            Remove-CniInterconnect -Name gru06-sp3-7 -Force -Connection $Connection
            $Assets.WebhookFails = $true
            $job = Invoke-Runbook -Name Watch-CniState -Parameter ($Common + @{ WebhookVariableName = 'CniWebhook' })
            "$($job.Failure)" | Should -BeLike "*webhook in the variable 'CniWebhook' didn't accept*"
            $job.All | Should -Not -Match 'secret-path'
            $Assets.Variables.CniStates | Should -BeExactly $before
            $Assets.WebhookFails = $false
            $null = Invoke-Runbook -Name Watch-CniState -Parameter ($Common + @{ WebhookVariableName = 'CniWebhook' })
            $Assets.Posts.Count | Should -Be 1
        }

        It 'rejects a variable with other content, and a webhook that is not https' {
            $Assets.Variables.CniStates = 'my notes'
            "$((Invoke-Runbook -Name Watch-CniState -Parameter $Common).Failure)" | Should -BeLike "*'CniStates' doesn't contain the states*Clear it*"
            $Assets.Variables.CniStates | Should -Be 'my notes'
            $Assets.Variables.CniWebhook = 'http://hooks.example.com/nobody-may-see'
            $job = Invoke-Runbook -Name Watch-CniState -Parameter ($Common + @{ WebhookVariableName = 'CniWebhook' })
            "$($job.Failure)" | Should -BeLike "*doesn't contain the HTTPS address*"
            $job.All | Should -Not -Match 'nobody-may-see'
        }
    }

    Context 'Save-CniMissingLoa' {
        It 'saves missing letters, and does not request the others again' {
            $path = "$TestDrive/loa-$([guid]::NewGuid())"
            $first = Invoke-Runbook -Name Save-CniMissingLoa -Parameter ($Common + @{ Path = $path })
            $first.Errors | Should -BeNullOrEmpty
            $first.Output[-1] | Should -Be '9 interconnects: 7 saved, 0 kept, 2 skipped, 0 failed.'
            @(Get-ChildItem -Path $path -Filter *.pdf).Count | Should -Be 7

            Remove-Item -Path "$path/dfw07-da1-1.pdf"
            $second = Invoke-Runbook -Name Save-CniMissingLoa -Parameter ($Common + @{ Path = $path })
            $second.Output[-1] | Should -Be '9 interconnects: 1 saved, 6 kept, 2 skipped, 0 failed.'
            @($second.Requests | Where-Object { $_ -match '/loa' }).Count | Should -Be 1

            $third = Invoke-Runbook -Name Save-CniMissingLoa -Parameter ($Common + @{ Path = $path; Force = $true })
            $third.Output[-1] | Should -Be '9 interconnects: 7 saved, 0 kept, 2 skipped, 0 failed.'
        }
    }

    Context 'New-CniLink' {
        It 'orders a link, saves its letter and creates its CNI; a second run changes nothing' {
            $first = Invoke-Runbook -Name New-CniLink -Parameter $Link
            $first.Failure | Should -BeNullOrEmpty
            $first.Errors | Should -BeNullOrEmpty
            $first.Output.Count | Should -Be 1
            $report = $first.Output[0]
            $report.IsComplete | Should -BeTrue
            $report.State | Should -Be 'Healthy'
            Test-Path -LiteralPath $report.Loa | Should -BeTrue
            $Assets.Variables.CniLink | Should -Be "$($report.SlotId) $($report.Interconnect)"

            $second = Invoke-Runbook -Name New-CniLink -Parameter $Link
            $second.Failure | Should -BeNullOrEmpty
            @($second.Requests | Where-Object { $_ -notmatch '^GET' -or $_ -match '/loa' }) | Should -BeNullOrEmpty
            ($second.Output | Out-String) | Should -Be ($first.Output | Out-String)
        }

        It 'continues with the saved slot' {
            $slot = (Get-CniSlot -Site fra03 -Speed 10G -Occupied $false -Connection $Connection)[-1]
            $Assets.Variables.CniLink = "$($slot.Id)"
            $report = (Invoke-Runbook -Name New-CniLink -Parameter $Link).Output[0]
            $report.SlotId | Should -Be "$($slot.Id)"
            (Get-CniInterconnect -Name $report.Interconnect -Connection $Connection).SlotId | Should -Be $slot.Id
        }

        It 'stops without an error if the link is not healthy in time, and continues later' {
            $Server | Stop-CniSandbox
            $script:Server = Start-CniSandbox -ReadyAfterSec 3600
            $Assets.Connections.Cloudflare.BaseUri = "$($Server.BaseUri)"
            $job = Invoke-Runbook -Name New-CniLink -Parameter ($Link + @{ WaitSec = 0 })
            $job.Failure | Should -BeNullOrEmpty
            $job.Errors | Should -BeNullOrEmpty
            $job.Output[0].IsComplete | Should -BeFalse
            $job.Output[0].State | Should -Be 'Pending'
            $job.Warnings[-1] | Should -BeLike '*is Pending*Run this runbook again*'
            @((Invoke-Runbook -Name New-CniLink -Parameter ($Link + @{ WaitSec = 0 })).Requests | Where-Object { $_ -match '^POST' }) | Should -BeNullOrEmpty
        }

        It 'does not reorder a removed interconnect' {
            $null = Invoke-Runbook -Name New-CniLink -Parameter $Link
            $name = $Assets.Variables.CniLink.Split(' ')[1]
            Remove-CniInterconnect -Name $name -IncludeCni -Force -Connection $Connection
            $job = Invoke-Runbook -Name New-CniLink -Parameter $Link
            $job.Failure.FullyQualifiedErrorId | Should -BeLike 'CniNotFound,*'
            $job.Warnings | Should -BeLike "Interconnect $name was ordered but no longer exists.*"
            @($job.Requests | Where-Object { $_ -match '^POST' }) | Should -BeNullOrEmpty
        }

        It 'does not order without a free slot, and keeps an occupied slot' {
            $none = Invoke-Runbook -Name New-CniLink -Parameter ($Common + @{ OrderVariableName = 'CniLink'; Site = 'zzz99'; Speed = '10G'; ConduitName = 'x' })
            "$($none.Failure)" | Should -BeLike 'No 10G slot is free at site zzz99,*'
            $Assets.Variables.CniLink | Should -Be ''

            $mine = @(Get-CniInterconnect -Connection $Connection).SlotId
            $taken = Get-CniSlot -Occupied $true -Connection $Connection | Where-Object { $mine -notcontains $_.Id } | Select-Object -First 1
            $Assets.Variables.CniLink = "$($taken.Id)"
            $job = Invoke-Runbook -Name New-CniLink -Parameter $Link
            $job.Failure.FullyQualifiedErrorId | Should -BeLike 'CniSlotOccupied,*'
            $job.Warnings[-1] | Should -BeLike '*Make sure that slot*clear the variable*'
            $Assets.Variables.CniLink | Should -Be "$($taken.Id)"
        }

        It 'accepts a slot ID without a variable' {
            $slot = (Get-CniSlot -Occupied $false -Connection $Connection)[0]
            $parameters = $Common + @{ SlotId = $slot.Id; ConduitName = 'by-id' }
            (Invoke-Runbook -Name New-CniLink -Parameter $parameters).Output[0].IsComplete | Should -BeTrue
            @((Invoke-Runbook -Name New-CniLink -Parameter $parameters).Requests | Where-Object { $_ -match '^POST' }) | Should -BeNullOrEmpty
        }
    }
}
