using System.Globalization;
using System.Text;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The Verbose line of a request.</summary>
internal static class RequestLine
{
    public static string Format(CniRequestReport report)
    {
        var line = new StringBuilder();
        line.Append(report.Method).Append(' ').Append(report.Path).Append(": ");
        line.Append(report.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no answer");
        line.Append(" in ").Append(report.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)).Append(" ms");
        if (report.Ray is not null)
        {
            line.Append(", cf-ray ").Append(report.Ray);
        }

        return line.ToString();
    }
}
