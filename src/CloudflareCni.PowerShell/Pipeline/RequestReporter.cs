using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>
/// Reports the requests of a command: each request in a verbose message, and each long wait in a progress bar. The first long wait of each kind is also a
/// warning, because a runbook doesn't record progress and a session that seems to hang must show the reason.
/// </summary>
/// <param name="cmdlet">The cmdlet. All methods must be called on its pipeline thread.</param>
internal sealed class RequestReporter(Cmdlet cmdlet)
{
    private const int ProgressId = 0x0C71;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly ProgressBar _progress = new(cmdlet, ProgressId, "Waiting for Cloudflare");
    private bool _hasWarnedOfRetry;
    private bool _hasWarnedOfLimit;
    private bool _hasToldOfLimit;

    /// <summary>Reports a request that ended.</summary>
    /// <param name="report">The request.</param>
    public void Report(CniRequestReport report) => cmdlet.WriteVerbose(ReportLine.Format(report));

    /// <summary>Reports a wait before a retry.</summary>
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

    /// <summary>Reports a wait for the rate limit. The message is written only once, because a pipeline may wait at each object.</summary>
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

    /// <summary>Hides the progress bar after the wait.</summary>
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
