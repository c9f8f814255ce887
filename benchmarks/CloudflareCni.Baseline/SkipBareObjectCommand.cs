using System.Management.Automation;
using System.Threading;

namespace CloudflareCni.Baseline;

/// <summary>A consumer that takes time for each page of objects, but none for a single object.</summary>
[Cmdlet(VerbsCommon.Skip, "BareObject")]
public sealed class SkipBareObjectCommand : PSCmdlet
{
    private int _count;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Gets or sets the number of objects on a page.</summary>
    [Parameter]
    public int PageSize { get; set; } = 1000;

    /// <summary>Gets or sets the time for a page, in milliseconds.</summary>
    [Parameter]
    public int PageMilliseconds { get; set; }

    protected override void ProcessRecord()
    {
        if (++_count % PageSize == 0)
        {
            Thread.Sleep(PageMilliseconds);
        }
    }
}
