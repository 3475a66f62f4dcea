using DrInfra.Drctl.Projects;
using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Benchmarks;

/// <summary>The platform that this repository ships.</summary>
internal static class ShippedPlatform
{
    public static StackConfiguration Configuration(string role) => ProjectFolder.Open(Repository.Root).Read(role == "primary" ? "dev" : "dr").Configuration;
}
