using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Asks for one page of a list.</summary>
internal delegate Task<CniPage<T>> PageReader<T>(ICniClient client, CniCall call, CniPageRequest page, CancellationToken cancellationToken);
