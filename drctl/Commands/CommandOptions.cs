using System.CommandLine;

namespace DrInfra.Drctl.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommandOptions
{
    public const string TextFormat = "text";

    public const string JsonFormat = "json";

    public static Option<string> Project() => new("--project", "-p")
    {
        Description = "The folder with Pulumi.yaml.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".",
    };

    public static Option<string[]> Config() => new("--config", "-c")
    {
        Description = "A setting to use instead of the files'; again for more. A path sets a part: workloads[0].tier=important.",
        HelpName = "key=value",
    };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "How to print.",
            HelpName = $"{TextFormat}|{JsonFormat}",
            DefaultValueFactory = _ => TextFormat,
        };
        option.AcceptOnlyFromAmong(TextFormat, JsonFormat);
        return option;
    }
}
