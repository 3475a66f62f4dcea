using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using YamlDotNet.RepresentationModel;

namespace DrInfra.Tests.Stacks;

/// <summary>A copy of the example's project with other settings, in a folder of its own.</summary>
internal sealed class ChangedProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drinfra-settings-").FullName;

    /// <param name="settings">YAML: each key of <c>config</c> with its new value.</param>
    /// <param name="sizing">Of both stacks.</param>
    public ChangedProject(string settings, string sizing)
    {
        var project = new YamlStream();
        project.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.Shipped, "Pulumi.yaml"))));
        var config = (YamlMappingNode)project.Documents[0].RootNode["config"];
        foreach (var (key, value) in Mapping(settings))
        {
            var setting = (YamlMappingNode)config[key];
            Assert.NotEqual(setting.Children["default"], value);
            setting.Children["default"] = value;
        }

        MoveAgents(config);

        using (var file = File.CreateText(Path.Combine(_folder, "Pulumi.yaml")))
        {
            project.Save(file, assignAnchors: false);
        }

        foreach (var stack in (string[])["dev", "dr"])
        {
            var file = File.ReadAllText(Path.Combine(Repository.Shipped, $"Pulumi.{stack}.yaml"));
            File.WriteAllText(Path.Combine(_folder, $"Pulumi.{stack}.yaml"), sizing == "full" ? file : file.Change("sizing: full", $"sizing: {sizing}"));
        }
    }

    public async Task<StackPreviewResult> PreviewAsync(string stack) => await StackPreview.RunAsync(ProjectFolder.Open(_folder).Read(stack).Configuration);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // An agent belongs to a Region: those of the example's Regions become those of the Regions that the settings state.
    private static void MoveAgents(YamlMappingNode config)
    {
        var regions = config["regions"]["default"];
        foreach (var agent in config["workloads"].AllNodes.OfType<YamlScalarNode>().Where(node => node.Value!.Contains(":agent/", StringComparison.Ordinal)))
        {
            var parts = agent.Value!.Split(':');
            parts[3] = regions[parts[3] == "eu-west-1" ? "primary" : "standby"].ToString();
            agent.Value = string.Join(':', parts);
        }
    }

    private static YamlMappingNode Mapping(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
