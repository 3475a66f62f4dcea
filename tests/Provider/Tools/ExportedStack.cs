using System.Text.Json;
using DrInfra.Drctl.Export;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>Stacks, exported into folders of a test.</summary>
internal static class ExportedStack
{
    public static async Task<ResourceGraph> ShippedAsync(string stack, params string[] overrides) =>
        await GraphAsync(ProjectFolder.Open(Repository.Shipped).Read(stack, overrides).Configuration);

    public static async Task<ResourceGraph> GraphAsync(StackConfiguration configuration) => (await StackPreview.RunAsync(configuration)).Graph;

    /// <summary>Writes the root module of a stack into a folder.</summary>
    public static ExportReport Write(ResourceGraph graph, string folder)
    {
        Directory.CreateDirectory(folder);
        using var file = File.Create(Path.Combine(folder, ModuleFolder.Main));
        var report = TerraformExport.Write(graph, file);
        File.WriteAllText(
            Path.Combine(folder, "terraform.tfvars.json"),
            JsonSerializer.Serialize(report.Variables.ToDictionary(variable => variable.Name, variable => variable.Placeholder)));
        return report;
    }

    /// <summary>
    /// Several stacks as modules of one configuration, each in a folder of its own name: one validation of all takes a fraction
    /// of as many validations.
    /// </summary>
    public static void WriteTogether(string folder, IEnumerable<(string Name, ResourceGraph Graph)> stacks)
    {
        var modules = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, graph) in stacks)
        {
            var report = Write(graph, Path.Combine(folder, name));
            var module = report.Variables.ToDictionary(variable => variable.Name, variable => variable.Placeholder, StringComparer.Ordinal);
            module["source"] = $"./{name}";
            modules[TerraformNames.Label(name)] = module;
        }

        File.WriteAllText(Path.Combine(folder, "root.tf.json"), JsonSerializer.Serialize(new { module = modules }));
    }
}
