using System.CommandLine;
using System.CommandLine.Parsing;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The names that can be typed, for a word that is none of them.</summary>
internal static class CommandNames
{
    /// <summary>An option or a command that is near the word; null where none is.</summary>
    public static string? Nearest(Command command, string word) => NearestName.Of(
        word,
        word.StartsWith('-') ? command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)) : command.Subcommands.Select(sub => sub.Name));

    /// <summary>Refuses a misspelt option where a file is expected, which would otherwise be reported as a missing file.</summary>
    public static void RefuseOptionsAmong(this Command command, Argument<string[]> files) => files.Validators.Add(result =>
    {
        foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.Length > 1 && word.StartsWith('-') && !File.Exists(word)))
        {
            var name = word.Split('=')[0];
            result.AddError(NearestName.Hint($"unknown option {name}", Nearest(command, name)));
        }
    });

    /// <summary>What is wrong with the command line, with the name that was probably meant.</summary>
    public static string Describe(ParseResult parsed, ParseError error)
    {
        var word = parsed.UnmatchedTokens.FirstOrDefault(word => error.Message.Contains($"'{word}'", StringComparison.Ordinal));
        return word is null ? error.Message : NearestName.Hint(error.Message.TrimEnd('.'), Nearest(parsed.CommandResult.Command, word));
    }
}
