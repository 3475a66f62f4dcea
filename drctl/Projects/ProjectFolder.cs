using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>A folder with Pulumi.yaml and a Pulumi.{stack}.yaml for each stack.</summary>
public sealed class ProjectFolder
{
    private static readonly string[] RolesInOrder = ["primary", "standby"];

    private readonly ProjectFile _project;
    private readonly IReadOnlyDictionary<string, string> _stackFiles;

    private ProjectFolder(string folder, ProjectFile project, IReadOnlyDictionary<string, string> stackFiles)
    {
        Folder = folder;
        _project = project;
        _stackFiles = stackFiles;
        Stacks = [.. stackFiles.Keys.OrderBy(RoleRank).ThenBy(stack => stack, StringComparer.Ordinal)];
    }

    public string Folder { get; }

    /// <summary>The project's name.</summary>
    public string Name => _project.Name;

    /// <summary>The stacks that have a file: primaries first, then standbys, then others; by name among equals.</summary>
    public IReadOnlyList<string> Stacks { get; }

    /// <exception cref="ProblemsException">There is no usable Pulumi.yaml.</exception>
    public static ProjectFolder Open(string folder)
    {
        var path = new[] { "Pulumi.yaml", "Pulumi.yml" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new ProblemsException(new Problem(
                "Pulumi.yaml not found",
                folder,
                Fix: "run drctl in the project folder, or use --project FOLDER"));
        var problems = new List<Problem>();
        var project = ProjectFile.Read(path, problems);
        if (project is null || problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        return new ProjectFolder(folder, project, FindStackFiles(Path.Combine(folder, project.StackFolder)));
    }

    /// <summary>Reads one stack; see <see cref="Read(IReadOnlyList{string}, IReadOnlyList{string})"/>.</summary>
    public ProjectStack Read(string stack, IReadOnlyList<string>? overrides = null) => Read([stack], overrides)[0];

    /// <summary>Reads these stacks.</summary>
    /// <param name="stacks">Their names.</param>
    /// <param name="overrides">Texts of the form <c>key=value</c>; they count for each of the stacks, over its file.</param>
    /// <exception cref="ProblemsException">Anything is wrong with any of them; it lists everything.</exception>
    public IReadOnlyList<ProjectStack> Read(IReadOnlyList<string> stacks, IReadOnlyList<string>? overrides = null)
    {
        var problems = new List<Problem>();
        var missing = new List<(string Stack, string File, ConfigDeclaration Declaration)>();
        var read = stacks.Select(stack => ReadStack(stack, overrides ?? [], problems, missing)).ToArray();
        problems.AddRange(missing.GroupBy(value => value.Declaration).Select(values => Missing(values.Key, [.. values], stacks.Count)));

        // A mistake in Pulumi.yaml or in an option shows up once for each stack.
        return problems.Count > 0 ? throw new ProblemsException([.. problems.Distinct()]) : [.. read.Select(stack => stack!)];
    }

    private static SortedDictionary<string, string> FindStackFiles(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            return files;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "Pulumi.*").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var extension = Path.GetExtension(name);
            if (extension is ".yaml" or ".yml" && name.Length > "Pulumi.".Length + extension.Length)
            {
                files.TryAdd(name["Pulumi.".Length..^extension.Length], path);
            }
        }

        return files;
    }

    /// <summary>By the role that the stack's file, or the project's default, gives; others come last.</summary>
    private int RoleRank(string stack)
    {
        var key = $"{Name}:role";
        var node = ReadConfig(ProjectYaml.ReadFile(_stackFiles[stack], []), []).LastOrDefault(member => member.Key == key).Value
            ?? _project.Declarations.GetValueOrDefault(key)?.Value;
        var rank = Array.IndexOf(RolesInOrder, (node as YamlText)?.Text);
        return rank < 0 ? RolesInOrder.Length : rank;
    }

    private ProjectStack? ReadStack(
        string stack, IReadOnlyList<string> overrides, List<Problem> problems, List<(string Stack, string File, ConfigDeclaration Declaration)> missing)
    {
        if (!_stackFiles.TryGetValue(stack, out var path))
        {
            var nearest = NearestName.Of(stack, Stacks);
            problems.Add(new Problem(
                "unknown stack" + (NearestName.Hint("", nearest)),
                Folder,
                stack,
                Stacks.Count == 0 ? "no stack has a file yet" : string.Join(", ", Stacks),
                $"add Pulumi.{stack}.yaml, or name another stack"));
            return null;
        }

        var file = Path.GetRelativePath(Folder, path);
        var values = new SortedDictionary<string, YamlValue>(StringComparer.Ordinal);
        foreach (var declaration in _project.Declarations.Values.Where(declaration => declaration.Value is not null))
        {
            values[declaration.Key] = declaration.Value!;
        }

        var before = problems.Count;
        var root = ProjectYaml.ReadFile(path, problems);
        foreach (var (key, node) in ReadConfig(root, problems))
        {
            values[key] = node;
        }

        // A file that cannot be read at all would make every required key look missing.
        if (problems.Count == before)
        {
            Override(values, overrides, problems);
            missing.AddRange(CheckTypes(values, problems).Select(declaration => (stack, file, declaration)));
        }

        var configuration = new StackConfiguration(
            Name, stack, values.ToDictionary(entry => entry.Key, entry => EngineValue.Text(entry.Value), StringComparer.Ordinal))
        {
            Sources = values,
        };
        return new ProjectStack(stack, file, configuration, [.. values.Where(IsSecret).Select(entry => entry.Key)])
        {
            SecretsProvider = (root?["secretsprovider"] as YamlText)?.Text,
            Backend = _project.Backend,
        };
    }

    private bool IsSecret(KeyValuePair<string, YamlValue> entry) =>
        EngineValue.HoldsSecret(entry.Value) || _project.Declarations.GetValueOrDefault(entry.Key) is { Secret: true };

    private List<KeyValuePair<string, YamlValue>> ReadConfig(YamlMap? root, List<Problem> problems)
    {
        var values = new List<KeyValuePair<string, YamlValue>>();
        switch (root?["config"])
        {
            case YamlMap block:
                foreach (var (key, _, node) in block.Members)
                {
                    if (node is YamlText { IsNothing: true })
                    {
                        problems.Add(new Problem($"{key} has no value", node.Where, Fix: "set a value, \"\" for an empty string, or remove the line"));
                    }

                    values.Add(new(ProjectFile.FullKey(Name, key), node));
                }

                break;
            case null or YamlText { IsNothing: true }:
                break;
            case { } other:
                problems.Add(new Problem("config must be an object", other.Where, other.Shown, "keys with values"));
                break;
        }

        return values;
    }

    private void Override(SortedDictionary<string, YamlValue> values, IReadOnlyList<string> overrides, List<Problem> problems)
    {
        foreach (var option in overrides)
        {
            var set = ConfigOverride.Parse(option, Name, key => values.ContainsKey(key) || _project.Declarations.ContainsKey(key), problems);
            if (set?.Apply(values.GetValueOrDefault(set.Key), problems) is { } node)
            {
                values[set.Key] = node;
            }
        }
    }

    /// <summary>Checks the values that are there, and returns the declarations that have none.</summary>
    private IReadOnlyList<ConfigDeclaration> CheckTypes(SortedDictionary<string, YamlValue> values, List<Problem> problems)
    {
        foreach (var declaration in _project.Declarations.Values)
        {
            if (values.TryGetValue(declaration.Key, out var value))
            {
                declaration.Type?.Check(declaration.Key, value, nested: false, problems);
            }
        }

        return [.. _project.Declarations.Values.Where(declaration => !values.ContainsKey(declaration.Key))];
    }

    // What every stack lacks, Pulumi.yaml lacks.
    private Problem Missing(ConfigDeclaration declaration, IReadOnlyList<(string Stack, string File, ConfigDeclaration Declaration)> stacks, int of)
    {
        var key = declaration.Key[(declaration.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var names = string.Join(", ", stacks.Select(value => value.Stack));
        var secret = declaration.Secret ? "--secret " : "";
        var set = string.Join(" && ", stacks.Select(value => $"pulumi config set --stack {value.Stack} {secret}{key} <value>"));
        return new Problem(
            $"{(stacks.Count == 1 ? "stack" : "stacks")} {names} {(stacks.Count == 1 ? "has" : "have")} no value for {declaration.Key}, "
                + $"and {_project.File} has no default",
            stacks.Count > 1 && stacks.Count == of ? declaration.Where : stacks[0].File,
            Fix: stacks.Count > 1 && stacks.Count == of && !declaration.Secret ? $"set a default under {key} in {_project.File}, or {set}" : set);
    }
}
