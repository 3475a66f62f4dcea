using System.CommandLine;
using DrInfra.Recovery;

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

    public static Option<string?> Policy() => new("--policy")
    {
        Description = "What the operator says: objectives, assumptions, waivers. Default: policies/recovery.yaml of the project, if it is there.",
        HelpName = "file",
    };

    public static Option<string> Assumptions()
    {
        var option = new Option<string>("--assumptions")
        {
            Description = "Where there is no recovery.yaml: the shipped assumptions, or none, which leaves unbounded what no source bounds.",
            HelpName = $"{StockAssumptions.Owner}|none",
            DefaultValueFactory = _ => StockAssumptions.Owner,
        };
        option.AcceptOnlyFromAmong(StockAssumptions.Owner, "none");
        return option;
    }

    public static Option<string?> Tier()
    {
        var option = new Option<string?>("--tier")
        {
            Description = "What to promise for stacks that promise nothing themselves: the objectives of a tier.",
            HelpName = string.Join('|', DefaultTiers.All.Select(tier => tier.Name)),
        };
        return option;
    }

    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "The day that expiries are compared with. Default: today, in UTC.",
        HelpName = "date",
    };

    public static Option<bool> FailOnUnknown() => new("--fail-on-unknown")
    {
        Description = "Exit with 1 also where something cannot be judged before the deployment.",
    };

    public static Option<string?> Out() => new("--out", "-o") { Description = "A file for the report, instead of printing it.", HelpName = "file" };

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
