using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>A test that is skipped says so, but not why, where the runner prints little: .ci/run prints this file.</summary>
public class PrerequisitesTests
{
    [Fact]
    public void WhatIsMissing_IsWrittenWhereCiPrintsIt()
    {
        string?[] missing = [Prerequisites.WithoutTerraform, Prerequisites.WithoutEmulator, Prerequisites.WithoutApply, Prerequisites.WithoutSpin];
        Assert.DoesNotContain("", missing);
        string[] reasons = [.. missing.OfType<string>().Distinct(StringComparer.Ordinal)];
        var text = reasons.Length == 0
            ? "tests/Provider: the real provider, the emulator and the model checker were asked"
            : $"tests/Provider: SKIPPED in part or whole, because {string.Join("; ", reasons)}";
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));

        File.WriteAllText(Path.Combine(folder.FullName, "provider-tests.txt"), text + "\n");
    }
}
