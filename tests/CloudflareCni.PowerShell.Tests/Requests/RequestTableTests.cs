using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Requests;

/// <summary>The requests that each cmdlet sends are those in docs/performance.md. With CNI_RENEW_DOCS=1, the test updates the table.</summary>
[Trait("Tier", "Slow")]
public sealed class RequestTableTests
{
    [Fact]
    public async Task Each_cmdlet_sends_the_requests_in_the_table()
    {
        using var session = new Session(connectSandbox: false);
        var lines = new List<string>();
        foreach (RequestRow row in RequestTable.Rows)
        {
            lines.Add(RequestTable.Line(row, await CountAsync(session, row)));
        }

        if (Environment.GetEnvironmentVariable("CNI_RENEW_DOCS") == "1")
        {
            Assert.All(RequestTable.Files, file => RequestTable.Write(file, string.Concat(lines)));
        }

        Assert.All(RequestTable.Files, file => Assert.Equal(lines, RequestTable.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n")));
    }

    [Fact]
    public void Every_cmdlet_has_a_row()
    {
        using var session = new Session(connectSandbox: false);

        IEnumerable<string> cmdlets = session.Must("Get-Command -Module CloudflareCni.PowerShell").As<CommandInfo>().Select(cmdlet => cmdlet.Name);

        Assert.Empty(cmdlets.Except(RequestTable.Rows.Select(row => row.Cmdlet)));
    }

    private static async Task<IReadOnlyList<string>> CountAsync(Session session, RequestRow row)
    {
        using var folder = new TemporaryFolder();
        using var sandbox = new CountedSandbox(session, row.SlotCount);
        session.Must(
            $"$uri, $token, $account, $folder = $args; $seen = 0; $null = Connect-Cni -BaseUri $uri -ApiToken $token -AccountId $account; {RequestTable.Preparation}",
            sandbox.BaseUri,
            Secret.Of("practice"),
            SandboxSamples.Account,
            folder.Path);
        sandbox.Start();
        session.Must(row.Script);
        while (sandbox.Requests.Count < row.InBackground)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return sandbox.Requests;
    }
}
