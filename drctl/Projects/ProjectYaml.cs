using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>The YAML of project files and options.</summary>
internal static class ProjectYaml
{
    /// <summary>Reads a file's only document; null, with a problem, where it cannot be used; an empty object for an empty file.</summary>
    public static YamlMap? ReadFile(string path, List<Problem> problems)
    {
        var name = Path.GetFileName(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem("the file cannot be read", name, exception.Message, Fix: "check the path and its permissions"));
            return null;
        }

        switch (Read(text, name, lines: true, problems))
        {
            case null:
                return null;
            case YamlMap map:
                return map;
            case YamlText { IsNothing: true }:
                return new YamlMap(name, []);
            case var other:
                problems.Add(new Problem("the file must contain one object", other.Where, other.Shown, "keys with values, as in name: drinfra"));
                return null;
        }
    }

    /// <summary>Reads one value; null, with a problem, where it cannot be used.</summary>
    public static YamlValue? ReadValue(string text, string where, List<Problem> problems) => Read(text, where, lines: false, problems);

    private static YamlValue? Read(string text, string source, bool lines, List<Problem> problems)
    {
        var reading = new SettingsReading(source);
        var value = YamlReader.Read(text, reading, lines);
        if (value is not null)
        {
            RefuseFaults(value, reading);
        }

        problems.AddRange(reading.Problems);
        return value;
    }

    private static void RefuseFaults(YamlValue value, SettingsReading reading)
    {
        switch (value)
        {
            case YamlText text when EngineScalars.Of(text).Fault is { } fault:
                reading.Add("", text.Where, fault, text.Text, fix: $"put it in quotes: \"{text.Text}\"");
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    RefuseFaults(item, reading);
                }

                break;
            case YamlMap map:
                foreach (var member in map.Members)
                {
                    RefuseFaults(member.Value, reading);
                }

                break;
        }
    }
}
