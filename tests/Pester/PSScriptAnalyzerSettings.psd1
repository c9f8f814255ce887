@{
    # Tests hand the sandbox's practice tokens to ConvertTo-SecureString, as users' first scripts do.
    ExcludeRules = @('PSAvoidUsingConvertToSecureStringWithPlainText')
}
