using System.Runtime.InteropServices;

namespace DrInfra.Tests.Benchmarks;

/// <summary>drctl as a user has it: packed as the tool package, and installed from there.</summary>
internal static class InstalledTool
{
    /// <summary>Packs and installs it below the folder.</summary>
    /// <returns>The path of the program.</returns>
    public static string Install(string folder)
    {
        var (packages, tools) = (Path.Combine(folder, "packages"), Path.Combine(folder, "tools"));
        Commands.Run(
            "dotnet", [0], "pack", Path.Combine(Repository.Root, "drctl"), "--output", packages, "-nologo",
            $"-p:ToolPackageRuntimeIdentifiers={RuntimeInformation.RuntimeIdentifier}");
        // Into a cache of its own: a package of this version may have been installed before.
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder, "cache"));
        Commands.Run("dotnet", [0], "tool", "install", "drctl", "--tool-path", tools, "--add-source", packages);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
        return Path.Combine(tools, OperatingSystem.IsWindows() ? "drctl.exe" : "drctl");
    }
}
