using System.Text.Json;
using Pulumi;

namespace DrInfra.Infra.Settings;

/// <summary>The configuration that the Pulumi engine gives to the running program.</summary>
public static class EngineConfiguration
{
    /// <summary>Reads it; only inside a deployment.</summary>
    public static StackConfiguration Read()
    {
        var project = Deployment.Instance.ProjectName;
#pragma warning disable RS0030 // This is the one place that reads configuration.
        var config = new Config(project);

        // Config answers for a known key only. A misspelt key shows just in the variable that Config itself reads.
        var text = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        var keys = text is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text)?.Keys.ToArray() ?? [];

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => key.StartsWith(project + ":", StringComparison.Ordinal)))
        {
            if (config.Get(key[(project.Length + 1)..]) is { } value)
            {
                values[key] = value;
            }
        }
#pragma warning restore RS0030

        return new StackConfiguration(project, Deployment.Instance.StackName, values);
    }
}
