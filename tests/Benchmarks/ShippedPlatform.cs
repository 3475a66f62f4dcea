using DrInfra.Drctl.Projects;
using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Benchmarks;

/// <summary>The example that this repository ships.</summary>
internal static class ShippedPlatform
{
    public static StackConfiguration Configuration(string role) => ProjectFolder.Open(Repository.Shipped).Read(role == "primary" ? "dev" : "dr").Configuration;
}
