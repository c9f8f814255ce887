using System.Threading.Tasks;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Capabilities.TestFramework;
using Microsoft.Testing.Platform.Helpers;

namespace CloudflareCni.Pester;

/// <summary>The Pester tests as a test application.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        ITestApplicationBuilder builder = await TestApplication.CreateBuilderAsync(args);
        var framework = new PesterFramework();
        builder.RegisterTestFramework(_ => new TestFrameworkCapabilities(), (_, _) => framework);
        builder.AddTreeNodeFilterService(framework);
        using ITestApplication application = await builder.BuildAsync();
        return await application.RunAsync();
    }
}
