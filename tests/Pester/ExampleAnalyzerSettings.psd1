@{
    ExcludeRules = @(
        # The sandbox's practice tokens are no secrets.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )
    Rules        = @{
        # Where is how network engineers filter, and the first line of the README has it.
        PSAvoidUsingCmdletAliases = @{ allowlist = @('Where') }
    }
}
