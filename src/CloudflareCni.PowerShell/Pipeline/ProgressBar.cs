using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Represents the progress bar of a cmdlet.</summary>
internal sealed class ProgressBar(Cmdlet cmdlet, int id, string activity)
{
    private bool _isShown;

    /// <summary>Shows the progress.</summary>
    /// <param name="status">The status text.</param>
    /// <param name="percent">The percentage that is completed, or -1 if it isn't known.</param>
    /// <param name="secondsRemaining">The remaining time in seconds, or -1 if it isn't known.</param>
    public void Show(string status, int percent = -1, int secondsRemaining = -1)
    {
        _isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(id, activity, status) { PercentComplete = percent, SecondsRemaining = secondsRemaining });
    }

    /// <summary>Hides the progress bar if it's shown.</summary>
    public void Hide()
    {
        if (_isShown)
        {
            _isShown = false;
            cmdlet.WriteProgress(new ProgressRecord(id, activity, " ") { RecordType = ProgressRecordType.Completed });
        }
    }
}
