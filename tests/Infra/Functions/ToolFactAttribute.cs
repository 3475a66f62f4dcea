namespace DrInfra.Tests.Infra.Functions;

/// <summary>A test that runs code of infra/Functions with a tool that not every machine has; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        Tool = tool;
        if (Find(tool) is null)
        {
            Skip = $"{tool} is not on this machine's PATH";
        }
    }

    public string Tool { get; }

    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, tool), Path.Combine(folder, $"{tool}.exe") })
        .FirstOrDefault(File.Exists);
}
