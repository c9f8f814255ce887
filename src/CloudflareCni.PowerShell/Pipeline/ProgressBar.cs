using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A progress bar of a cmdlet, which is gone when it was hidden.</summary>
internal sealed class ProgressBar(Cmdlet cmdlet, int id, string activity)
{
    private bool _isShown;

    /// <summary>Shows where the work stands.</summary>
    /// <param name="status">The words.</param>
    /// <param name="percent">How much is done; -1 when that is not known.</param>
    /// <param name="secondsRemaining">How long it lasts; -1 when that is not known.</param>
    public void Show(string status, int percent = -1, int secondsRemaining = -1)
    {
        _isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(id, activity, status) { PercentComplete = percent, SecondsRemaining = secondsRemaining });
    }

    /// <summary>Takes the bar away, if it is there.</summary>
    public void Hide()
    {
        if (_isShown)
        {
            _isShown = false;
            cmdlet.WriteProgress(new ProgressRecord(id, activity, " ") { RecordType = ProgressRecordType.Completed });
        }
    }
}
