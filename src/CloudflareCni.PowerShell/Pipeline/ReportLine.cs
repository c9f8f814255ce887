using System.Globalization;
using System.Text;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Formats the verbose messages and warnings about requests, retries and waits.</summary>
internal static class ReportLine
{
    public static string Format(CniRequestReport report)
    {
        var line = new StringBuilder();
        line.Append(report.Method).Append(' ').Append(report.Path).Append(": ");
        line.Append(report.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response");
        line.Append(" in ").Append(report.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)).Append(" ms");
        if (report.Ray is not null)
        {
            line.Append(", cf-ray ").Append(report.Ray);
        }

        return line.ToString();
    }

    public static string Format(CniRetryReport report) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1}: retry {2} of {3} in {4:0.0} s. Cause: {5}",
        report.Method,
        report.Path,
        report.Retry,
        report.MaximumRetryCount,
        report.Delay.TotalSeconds,
        report.Cause.Message);

    public static string Format(CniThrottleReport report) => string.Format(
        CultureInfo.InvariantCulture,
        "Waiting {2:0.0} s before the next request to stay within {0} requests in {1:0} s.",
        report.Limit,
        report.Window.TotalSeconds,
        report.Delay.TotalSeconds);
}
