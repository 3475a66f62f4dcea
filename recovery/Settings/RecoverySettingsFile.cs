using System.Text;
using DrInfra.Recovery.Settings.Reading;

namespace DrInfra.Recovery.Settings;

/// <summary>
/// Reads recovery.yaml. All sections are optional, every mistake is reported at once, and what has expired is not a mistake
/// of the file.
/// <list type="bullet">
/// <item><c>objectives</c>: the objects <c>workloads</c> and <c>tiers</c>; in each, by name: a disruption (<c>instance</c>,
/// <c>zone</c>, <c>region</c>, <c>corruption</c>, <c>account</c>) with <c>rpo</c> and <c>rto</c> (both, each a duration or
/// <c>none</c>) or <c>none</c>; <c>decide</c> (<c>automatic</c> or a duration); <c>corruptionDetection</c>.</item>
/// <item><c>assumptions</c>: a list of <c>id</c> (<see cref="AssumptionCatalogue"/>, narrowed by <c>@workload</c> or
/// <c>@workload/store</c>), <c>value</c>, <c>why</c>, <c>owner</c>, <c>reviewed</c> and, optional, <c>expires</c>.</item>
/// <item><c>evidence</c>: a list of <c>step</c> (the id of a duration in the catalogue), <c>resource</c> (URN pattern) or
/// <c>configuration</c>, <c>measured</c> (a list of durations), <c>date</c> and <c>kind</c> (<c>planned</c> or <c>unplanned</c>).</item>
/// <item><c>waivers</c>: a list of <c>rule</c>, <c>urn</c>, <c>reason</c>, <c>owner</c> and <c>expires</c>.</item>
/// <item><c>rules</c>: by id or <c>all</c>, a level, or an object with <c>level</c> and parameters.</item>
/// <item><c>counterparts</c>: by stack, a path.</item>
/// <item><c>workloads</c>: by name, an object with <c>resources</c> (URN patterns) and, optional, <c>tier</c>.</item>
/// </list>
/// </summary>
public static class RecoverySettingsFile
{
    /// <summary>The most bytes that a file may have.</summary>
    public const int MostBytes = 500_000;

    private const string Elsewhere = "name the file with --policy FILE, or leave the option out";

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecoverySettingsException">It is not there, or anything is wrong in it; it lists everything.</exception>
    public static RecoverySettings Read(string path)
    {
        var problems = new SettingsProblems(path);
        var text = TextOf(path, problems);
        problems.ThrowIfAny();
        return Parse(text!, path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="RecoverySettingsException">Anything is wrong in it; it lists everything.</exception>
    public static RecoverySettings Parse(string text, string source)
    {
        var problems = new SettingsProblems(source);
        if (text.Length > MostBytes)
        {
            TooLong(problems);
            problems.ThrowIfAny();
        }

        var settings = YamlFileReader.Read(text, problems) switch
        {
            YamlMap map => Of(new SettingsMap(map, "", problems)),
            YamlText { IsNothing: true } or null => new RecoverySettings(),
            var other => Refused(other, problems),
        };
        problems.ThrowIfAny();
        return settings with { Source = source };
    }

    private static RecoverySettings Of(SettingsMap root)
    {
        var settings = new RecoverySettings
        {
            Objectives = ObjectivesSection.Read(root),
            Assumptions = AssumptionsSection.Read(root),
            Evidence = EvidenceSection.Read(root),
            Waivers = WaiversSection.Read(root),
            Rules = RulesSection.Read(root),
            Counterparts = CounterpartsSection.Read(root),
            Workloads = WorkloadsSection.Read(root),
        };
        root.RefuseUnknownKeys();
        return settings;
    }

    private static RecoverySettings Refused(YamlValue value, SettingsProblems problems)
    {
        problems.Add(value.Line, "", "the file must hold one object", value.Shown, "sections, such as assumptions: and waivers:");
        return RecoverySettings.None;
    }

    private static string? TextOf(string path, SettingsProblems problems)
    {
        try
        {
            using var stream = File.OpenRead(path);

            // Not by the file's length: what is no plain file tells none.
            var bytes = new byte[MostBytes + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MostBytes)
            {
                TooLong(problems);
                return null;
            }

            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, count).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add(0, "", "this is not UTF-8", $"the byte {exception.BytesUnknown?.FirstOrDefault():X2}", cure: "save the file as UTF-8");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(0, "", "the file is not there", cure: Elsewhere);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(0, "", "the file cannot be read", exception.Message, cure: "check the path and its permissions");
        }

        return null;
    }

    private static void TooLong(SettingsProblems problems) => problems.Add(0, "", "the file is too long", allowed: $"up to {MostBytes} bytes", cure: "check that this is the right file");
}
