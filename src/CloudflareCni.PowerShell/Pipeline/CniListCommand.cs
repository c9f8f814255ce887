using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that list objects. Pages are requested as they're needed, and objects are returned as they arrive.</summary>
public abstract class CniListCommand : CniCommand
{
    /// <summary>Specifies the number of objects in one page. The default is 100 for the first page and 1000 for the others, or fewer if the server doesn't accept that.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, int.MaxValue)]
    public int? PageSize { get; set; }

    /// <summary>Writes the whole list. If the pipeline stops, writing throws an exception and no further page is requested.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">The function that requests one page.</param>
    /// <param name="isWanted">The filter for the objects to write, or <see langword="null"/> for all objects.</param>
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
