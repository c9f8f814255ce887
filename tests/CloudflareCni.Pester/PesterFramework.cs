using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;

namespace CloudflareCni.Pester;

/// <summary>Runs the Pester files, and publishes each test.</summary>
#pragma warning disable TPEXP // The filters of the testing platform are experimental, and there is no stable alternative yet.
internal sealed class PesterFramework : ITestFramework, IDataProducer
{
    /// <inheritdoc/>
    public string Uid => "CloudflareCni.Pester";

    /// <inheritdoc/>
    public string Version => "1.0.0";

    /// <inheritdoc/>
    public string DisplayName => "Pester";

    /// <inheritdoc/>
    public string Description => "Pester tests in a separate PowerShell";

    /// <inheritdoc/>
    public Type[] DataTypesProduced { get; } = [typeof(TestNodeUpdateMessage)];

    /// <inheritdoc/>
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) =>
        Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    /// <inheritdoc/>
    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) =>
        Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    /// <inheritdoc/>
    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        var request = (TestExecutionRequest)context.Request;
        async Task PublishAsync(IEnumerable<PesterRecord> records)
        {
            foreach (PesterRecord record in records)
            {
                await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(request.Session.SessionUid, ToNode(record)));
            }
        }

        // The list shows which files a filter needs.
        PesterRecord[]? wanted = request is DiscoverTestExecutionRequest || request.Filter is not (null or NopFilter)
            ? [.. (await PesterRun.ListAsync(context.CancellationToken)).Where(record => IsWanted(record, request.Filter))]
            : null;
        if (request is DiscoverTestExecutionRequest)
        {
            await PublishAsync(wanted!);
        }
        else
        {
            // A failed list doesn't contain files.
            await PublishAsync(wanted?.Where(record => record.File.Length == 0) ?? []);
            HashSet<string>? uids = wanted?.Select(record => record.Uid).ToHashSet();
            IEnumerable<string> files = PesterRun.Files.Where(file => wanted is null || wanted.Any(record => record.File == file));
            await PesterRun.RunAsync(
                files, records => PublishAsync(records.Where(record => uids is null || record.IsOfFile || uids.Contains(record.Uid))), context.CancellationToken);
        }

        context.Complete();
    }

    private static bool IsWanted(PesterRecord record, ITestExecutionFilter? filter) => filter switch
    {
        _ when record.IsOfFile => true,
        null or NopFilter => true,
        TreeNodeFilter tree => tree.MatchesFilter($"/{record.File}/{record.Name.Replace("/", "%2F", StringComparison.Ordinal)}", new PropertyBag()),
        TestNodeUidListFilter list => list.TestNodeUids.Any(uid => uid.Value == record.Uid),
        _ => throw new NotSupportedException($"The Pester tests can't be filtered by {filter.GetType().Name}."),
    };

    private static TestNode ToNode(PesterRecord record)
    {
        DateTimeOffset end = TimeProvider.System.GetUtcNow();
        TimeSpan duration = TimeSpan.FromSeconds(record.Seconds);
        var start = new LinePosition(record.Line, 0);
        return new TestNode
        {
            Uid = record.Uid,
            DisplayName = $"{record.File}: {record.Name}",
            Properties = new PropertyBag(
                ToState(record),
                new TimingProperty(new TimingInfo(end - duration, end, duration)),
                new TestFileLocationProperty(PesterRun.PathOf(record.File), new LinePositionSpan(start, start))),
        };
    }

    private static TestNodeStateProperty ToState(PesterRecord record) => record.State switch
    {
        "Listed" => DiscoveredTestNodeStateProperty.CachedInstance,
        "Passed" => PassedTestNodeStateProperty.CachedInstance,
        "Skipped" or "Inconclusive" => SkippedTestNodeStateProperty.CachedInstance,
        _ => new FailedTestNodeStateProperty(new PesterException($"{record.State}: {record.Message}", record.Trace)),
    };
}
