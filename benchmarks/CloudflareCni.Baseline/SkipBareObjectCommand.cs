using System.Management.Automation;
using System.Threading;

namespace CloudflareCni.Baseline;

/// <summary>A consumer that takes its time over each page's worth of objects, and nothing over an object.</summary>
[Cmdlet(VerbsCommon.Skip, "BareObject")]
public sealed class SkipBareObjectCommand : PSCmdlet
{
    private int _count;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>How many objects are a page.</summary>
    [Parameter]
    public int PageSize { get; set; } = 1000;

    /// <summary>How long a page takes, in milliseconds.</summary>
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
