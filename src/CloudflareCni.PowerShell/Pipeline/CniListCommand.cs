using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that lists: pages are fetched as they are needed and written as they arrive.</summary>
public abstract class CniListCommand : CniCommand
{
    /// <summary>How many objects one request asks for. Without it the server decides.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, int.MaxValue)]
    public int? PageSize { get; set; }

    /// <summary>Writes the whole list. When the pipeline stops, writing throws and no further page is asked for.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">Asks for one page.</param>
    /// <param name="isWanted">Which of the objects to write; null for all.</param>
    private protected void WriteList<T>(PageReader<T> read, Func<T, bool>? isWanted = null)
    {
        foreach (T item in List(read, PageSize))
        {
            if (isWanted is null || isWanted(item))
            {
                WriteObject(item);
            }
        }
    }
}
