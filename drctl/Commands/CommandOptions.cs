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
        Description = "The folder that contains Pulumi.yaml.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".",
    };

    public static Option<string[]> Config() => new("--config", "-c")
    {
        Description = "Overrides a setting. Repeat for more. A path sets part of a value: workloads[0].tier=important.",
        HelpName = "key=value",
    };

    public static Option<string[]> Exclude() => new("--exclude")
    {
        Description = "Resources to leave as they are, by URN, as `pulumi up --exclude` does. * stands for any characters but a colon, ** for any. "
            + "Repeat for more. All objects of Kubernetes: '**kubernetes:**'.",
        HelpName = "urn",
    };

    public static Option<bool> ExcludeDependents() => new("--exclude-dependents")
    {
        Description = "Also exclude what depends on excluded resources that do not exist yet.",
    };

    public static Option<string?> Policy() => new("--policy")
    {
        Description = "The recovery.yaml with objectives, assumptions and waivers. "
            + "Default: policies/recovery.yaml of the project that the files are in, else of this folder.",
        HelpName = "file",
    };

    public static Option<string> Assumptions()
    {
        var option = new Option<string>("--assumptions")
        {
            Description = "Without a recovery.yaml: stock uses the shipped assumptions; none leaves figures without a source unbounded.",
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
            Description = "The tier whose objectives apply to stacks without objectives.",
            HelpName = string.Join('|', DefaultTiers.All.Select(tier => tier.Name)),
        };
        return option;
    }

    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "The date to compare expiry dates with. Default: today, in UTC.",
        HelpName = "date",
    };

    public static Option<bool> FailOnUnknown() => new("--fail-on-unknown")
    {
        Description = "Exit with 1 if a verdict is unknown before the deployment.",
    };

    public static Option<string?> Out() => new("--out", "-o") { Description = "Write the report to this file instead of printing it.", HelpName = "file" };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "Output format.",
            HelpName = $"{TextFormat}|{JsonFormat}",
            DefaultValueFactory = _ => TextFormat,
        };
        option.AcceptOnlyFromAmong(TextFormat, JsonFormat);
        return option;
    }
}
