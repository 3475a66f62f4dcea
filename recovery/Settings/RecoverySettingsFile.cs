using System.Text;
using DrInfra.Recovery.Settings.Kit;
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

    private const string Elsewhere = "give the file with --policy FILE, or omit the option";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">The names that it may use for rules; null = any.</param>
    /// <exception cref="ProblemsException">It is not there, or anything is wrong in it; it lists everything.</exception>
    public static RecoverySettings Read(string path, IReadOnlyList<RuleName>? rules = null)
    {
        var reading = new SettingsReading(path);
        var text = TextOf(path, reading);
        reading.ThrowIfAny(About(path));
        return Parse(text!, path, rules);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="rules">The names that it may use for rules; null = any.</param>
    /// <exception cref="ProblemsException">Anything is wrong in it; it lists everything.</exception>
    public static RecoverySettings Parse(string text, string source, IReadOnlyList<RuleName>? rules = null)
    {
        var reading = new SettingsReading(source);
        if (text.Length > MostBytes)
        {
            TooLong(reading);
            reading.ThrowIfAny(About(source));
        }

        var settings = YamlReader.Read(text, reading) switch
        {
            YamlMap map => Of(new SettingsMap(map, "", reading), new RuleNames(rules)),
            YamlText { IsNothing: true } or null => new RecoverySettings(),
            var other => Refused(other, reading),
        };
        reading.ThrowIfAny(About(source));
        return settings with { Source = source };
    }

    private static string About(string source) => $"in {source}; the file was ignored";

    private static RecoverySettings Of(SettingsMap root, RuleNames rules)
    {
        var settings = new RecoverySettings
        {
            Objectives = ObjectivesSection.Read(root),
            Assumptions = AssumptionsSection.Read(root),
            Evidence = EvidenceSection.Read(root),
            Waivers = WaiversSection.Read(root, rules),
            Rules = RulesSection.Read(root, rules),
            Counterparts = CounterpartsSection.Read(root),
            Workloads = WorkloadsSection.Read(root),
        };
        root.RefuseUnknownKeys();
        return settings;
    }

    private static RecoverySettings Refused(YamlValue value, SettingsReading reading)
    {
        reading.Add("", value.Where, "the file must contain one object", value.Shown, "sections such as assumptions: and waivers:");
        return RecoverySettings.None;
    }

    private static string? TextOf(string path, SettingsReading reading)
    {
        try
        {
            using var stream = File.OpenRead(path);

            // Not by the file's length: what is no plain file tells none.
            var bytes = new byte[MostBytes + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MostBytes)
            {
                TooLong(reading);
                return null;
            }

            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, count).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException exception)
        {
            reading.Add("", reading.Source, "not UTF-8", $"the byte {exception.BytesUnknown?.FirstOrDefault():X2}", fix: "save the file as UTF-8");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            reading.Add("", reading.Source, "file not found", fix: Elsewhere);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reading.Add("", reading.Source, "the file cannot be read", exception.Message, fix: "check the path and its permissions");
        }

        return null;
    }

    private static void TooLong(SettingsReading reading) =>
        reading.Add("", reading.Source, "the file is too large", allowed: $"up to {MostBytes} bytes", fix: "check that this is the right file");
}
