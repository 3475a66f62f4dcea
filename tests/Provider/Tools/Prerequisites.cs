using System.Diagnostics;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>
/// What these tests need besides .NET, and why they cannot run where it is missing. Programs are found on PATH; the provider in
/// the folder that DRINFRA_TERRAFORM_PLUGINS names, or by the CLI configuration file that TF_CLI_CONFIG_FILE names. Nothing is
/// downloaded.
/// </summary>
internal static class Prerequisites
{
    public const string PluginFolderVariable = "DRINFRA_TERRAFORM_PLUGINS";

    private const string CliConfigVariable = "TF_CLI_CONFIG_FILE";

    private const string ProviderPath = "registry.terraform.io/hashicorp/aws";

    private static readonly Lazy<string?> NoTerraform = new(FindTerraform);

    private static readonly Lazy<string?> NoEmulator = new(FindEmulator);

    /// <summary>Why `terraform validate` cannot run; null where it can.</summary>
    public static string? WithoutTerraform => NoTerraform.Value;

    /// <summary>Why nothing can be planned against the emulator; null where it can.</summary>
    public static string? WithoutEmulator => NoTerraform.Value ?? NoEmulator.Value;

    /// <summary>Why nothing can be applied; null where it can.</summary>
    public static string? WithoutApply => WithoutEmulator
        ?? (OnPath("aws") ? null : "`aws` (the AWS CLI), which reads back what was applied, is not on PATH");

    /// <summary>Why the models of the protocol cannot be checked; null where they can.</summary>
    public static string? WithoutSpin => !OnPath("spin") ? "`spin`, the model checker, is not on PATH" : OnPath("cc") ? null : "`cc` is not on PATH";

    public static string? PluginFolder => Environment.GetEnvironmentVariable(PluginFolderVariable) is { Length: > 0 } folder ? folder : null;

    private static string? FindTerraform()
    {
        if (!OnPath("terraform"))
        {
            return "`terraform` is not on PATH";
        }

        if (PluginFolder is { } folder)
        {
            return Directory.Exists(Path.Combine(folder, ProviderPath)) ? null : $"{PluginFolderVariable} has no {ProviderPath}";
        }

        return File.Exists(Environment.GetEnvironmentVariable(CliConfigVariable))
            ? null
            : $"there is no provider for terraform: set {PluginFolderVariable} to a folder that has {ProviderPath}, or {CliConfigVariable} to a file that "
                + $"names a mirror";
    }

    private static string? FindEmulator()
    {
        if (!OnPath("python3"))
        {
            return "`python3`, which runs the emulator, is not on PATH";
        }

        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import moto.server"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0 ? null : "`python3` has no moto with its server, the emulator";
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}
