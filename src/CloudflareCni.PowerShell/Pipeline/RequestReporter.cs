using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>
/// Tells a user of a command's requests: each in a Verbose line, and each wait that lasts in a progress bar. The first such wait of its kind is a warning,
/// too: a runbook keeps no progress, and a session that seems to hang must say why.
/// </summary>
/// <param name="cmdlet">The cmdlet, on whose pipeline thread this is called.</param>
internal sealed class RequestReporter(Cmdlet cmdlet)
{
    private const int ProgressId = 0x0C71;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly ProgressBar _progress = new(cmdlet, ProgressId, "Waiting for Cloudflare");
    private bool _hasWarnedOfRetry;
    private bool _hasWarnedOfLimit;
    private bool _hasToldOfLimit;

    /// <summary>Tells of a request that ended.</summary>
    /// <param name="report">The request.</param>
    public void Report(CniRequestReport report) => cmdlet.WriteVerbose(ReportLine.Format(report));

    /// <summary>Tells of a wait before another try.</summary>
    /// <param name="report">The wait.</param>
    public void Report(CniRetryReport report)
    {
        string line = ReportLine.Format(report);
        cmdlet.WriteVerbose(line);
        if (report.Delay >= LongWait)
        {
            Show($"retry {report.Retry} of {report.MaximumRetryCount}", report.Delay);
            WarnOnce(ref _hasWarnedOfRetry, line);
        }
    }

    /// <summary>Tells of a wait for the rate limit. The limit is told once in words: a pipeline may wait at each object.</summary>
    /// <param name="report">The wait.</param>
    public void Report(CniThrottleReport report)
    {
        string line = ReportLine.Format(report);
        if (!_hasToldOfLimit)
        {
            _hasToldOfLimit = true;
            cmdlet.WriteVerbose(line);
        }

        Show($"rate limit of {report.Limit} requests in {report.Window.TotalSeconds:0} s", report.Delay);
        if (report.Delay >= LongWait)
        {
            WarnOnce(ref _hasWarnedOfLimit, line);
        }
    }

    /// <summary>Takes the progress bar away: the wait is over.</summary>
    public void EndWait() => _progress.Hide();

    private void Show(string status, TimeSpan wait) => _progress.Show(status, secondsRemaining: (int)Math.Ceiling(wait.TotalSeconds));

    private void WarnOnce(ref bool hasWarned, string text)
    {
        if (!hasWarned)
        {
            hasWarned = true;
            cmdlet.WriteWarning(text);
        }
    }
}
