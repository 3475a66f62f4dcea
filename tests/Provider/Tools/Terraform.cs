using System.Text.Json;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>A folder with a configuration, and what Terraform says of it.</summary>
internal sealed class Terraform : IDisposable
{
    private const string CliConfig = "cli.tfrc";

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["TF_IN_AUTOMATION"] = "1",
        ["CHECKPOINT_DISABLE"] = "1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    private Terraform(string folder, Emulator? emulator)
    {
        Folder = folder;
        foreach (var (name, value) in emulator?.Environment ?? new Dictionary<string, string>())
        {
            _environment[name] = value;
        }

        if (Prerequisites.PluginFolder is { } plugins)
        {
            var config = Path.Combine(folder, CliConfig);
            File.WriteAllText(config, $$"""
                provider_installation {
                  filesystem_mirror {
                    path = "{{plugins.Replace('\\', '/')}}"
                  }
                  direct {
                    exclude = ["*/*/*"]
                  }
                }
                """);
            _environment["TF_CLI_CONFIG_FILE"] = config;
        }
    }

    public string Folder { get; }

    /// <summary>An empty folder; with an emulator, calls of the provider go there.</summary>
    public static Terraform New(Emulator? emulator = null) => new(Directory.CreateTempSubdirectory("drinfra-terraform-").FullName, emulator);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public async Task InitAsync() => (await RunAsync(TimeSpan.FromMinutes(2), "init", "-input=false", "-no-color")).Expect();

    /// <summary>What is wrong with the configuration, warnings included, one line each.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync()
    {
        var run = await RunAsync(TimeSpan.FromMinutes(3), "validate", "-json");
        using var document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(Diagnostic)];
    }

    /// <summary>Plans, and returns the planned changes.</summary>
    public async Task<TerraformPlan> PlanAsync(params string[] arguments)
    {
        (await RunAsync(TimeSpan.FromMinutes(4), ["plan", "-input=false", "-no-color", "-out=plan.bin", .. arguments])).Expect();
        return TerraformPlan.Parse((await RunAsync(TimeSpan.FromMinutes(1), "show", "-json", "plan.bin")).Expect().Output);
    }

    /// <summary>Applies; nearly all of the time is fixed waiting, so much is done at once.</summary>
    public async Task ApplyAsync(params string[] arguments) =>
        (await RunAsync(TimeSpan.FromMinutes(8), ["apply", "-auto-approve", "-input=false", "-no-color", "-parallelism=60", .. arguments])).Expect();

    public Task<ProcessRun> RunAsync(TimeSpan limit, params string[] arguments) => ProcessRun.Of(Folder, limit, _environment, "terraform", arguments);

    private static string Diagnostic(JsonElement diagnostic)
    {
        var address = diagnostic.TryGetProperty("address", out var at) ? $"{at}: " : "";
        var detail = diagnostic.TryGetProperty("detail", out var text) ? $": {text}" : "";
        return $"{diagnostic.GetProperty("severity")}: {address}{diagnostic.GetProperty("summary")}{detail}";
    }
}
