using DrInfra.Infra.Settings;
using DrInfra.Recovery;

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

    /// <exception cref="UserErrorException">There is no usable Pulumi.yaml.</exception>
    public static ProjectFolder Open(string folder)
    {
        var path = new[] { "Pulumi.yaml", "Pulumi.yml" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new UserErrorException(new UserProblem(
                "there is no Pulumi.yaml here",
                folder,
                Cure: "run drctl in the project's folder, or name it with --project FOLDER"));
        var problems = new List<UserProblem>();
        var project = ProjectFile.Read(path, problems);
        if (project is null || problems.Count > 0)
        {
            throw new UserErrorException(problems);
        }

        return new ProjectFolder(folder, project, FindStackFiles(Path.Combine(folder, project.StackFolder)));
    }

    /// <summary>Reads one stack; see <see cref="Read(IReadOnlyList{string}, IReadOnlyList{string})"/>.</summary>
    public ProjectStack Read(string stack, IReadOnlyList<string>? overrides = null) => Read([stack], overrides)[0];

    /// <summary>Reads these stacks.</summary>
    /// <param name="stacks">Their names.</param>
    /// <param name="overrides">Texts of the form <c>key=value</c>; they count for each of the stacks, over its file.</param>
    /// <exception cref="UserErrorException">Anything is wrong with any of them; it lists everything.</exception>
    public IReadOnlyList<ProjectStack> Read(IReadOnlyList<string> stacks, IReadOnlyList<string>? overrides = null)
    {
        var problems = new List<UserProblem>();
        var read = stacks.Select(stack => ReadStack(stack, overrides ?? [], problems)).ToArray();

        // A mistake in Pulumi.yaml or in an option shows up once for each stack.
        return problems.Count > 0 ? throw new UserErrorException([.. problems.Distinct()]) : [.. read.Select(stack => stack!)];
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
        var node = ReadConfig(_stackFiles[stack], []).LastOrDefault(member => member.Key == key).Value
            ?? _project.Declarations.GetValueOrDefault(key)?.Value;
        var rank = Array.IndexOf(RolesInOrder, (node as ConfigScalar)?.Text);
        return rank < 0 ? RolesInOrder.Length : rank;
    }

    private ProjectStack? ReadStack(string stack, IReadOnlyList<string> overrides, List<UserProblem> problems)
    {
        if (!_stackFiles.TryGetValue(stack, out var path))
        {
            var nearest = NearestName.Of(stack, Stacks);
            problems.Add(new UserProblem(
                "there is no such stack" + (nearest is null ? "" : $"; did you mean {nearest}?"),
                Folder,
                stack,
                Stacks.Count == 0 ? "no stack has a file yet" : string.Join(", ", Stacks),
                $"add Pulumi.{stack}.yaml, or name another stack"));
            return null;
        }

        var file = Path.GetRelativePath(Folder, path);
        var values = new SortedDictionary<string, (ConfigNode Node, string File)>(StringComparer.Ordinal);
        foreach (var declaration in _project.Declarations.Values.Where(declaration => declaration.Value is not null))
        {
            values[declaration.Key] = (declaration.Value!, _project.File);
        }

        var before = problems.Count;
        foreach (var (key, node) in ReadConfig(path, problems))
        {
            values[key] = (node, file);
        }

        // A file that cannot be read at all would make every required key look missing.
        if (problems.Count == before)
        {
            Override(values, overrides, problems);
            CheckTypes(stack, file, values, problems);
        }

        var configuration = new StackConfiguration(Name, stack, values.ToDictionary(entry => entry.Key, entry => entry.Value.Node.ToText(), StringComparer.Ordinal))
        {
            Files = values.ToDictionary(entry => entry.Key, entry => entry.Value.File, StringComparer.Ordinal),
        };
        return new ProjectStack(stack, file, configuration, [.. values.Where(IsSecret).Select(entry => entry.Key)]);
    }

    private bool IsSecret(KeyValuePair<string, (ConfigNode Node, string File)> entry) =>
        entry.Value.Node.HoldsSecret || _project.Declarations.GetValueOrDefault(entry.Key) is { Secret: true };

    private List<KeyValuePair<string, ConfigNode>> ReadConfig(string path, List<UserProblem> problems)
    {
        var values = new List<KeyValuePair<string, ConfigNode>>();
        switch (YamlConfig.ReadFile(path, problems)?["config"])
        {
            case ConfigMap block:
                foreach (var (key, node) in block.Members)
                {
                    if (node is ConfigScalar { Kind: ScalarKind.Null })
                    {
                        problems.Add(new UserProblem($"{key} has no value", node.Where, Cure: "give it one, \"\" for an empty text, or take the line out"));
                    }

                    values.Add(new(ProjectFile.FullKey(Name, key), node));
                }

                break;
            case null or ConfigScalar { Kind: ScalarKind.Null }:
                break;
            case { } other:
                problems.Add(new UserProblem("config must be an object", other.Where, other.ToText(), "keys with values"));
                break;
        }

        return values;
    }

    private void Override(SortedDictionary<string, (ConfigNode Node, string File)> values, IReadOnlyList<string> overrides, List<UserProblem> problems)
    {
        foreach (var option in overrides)
        {
            var set = ConfigOverride.Parse(option, Name, key => values.ContainsKey(key) || _project.Declarations.ContainsKey(key), problems);
            if (set?.Apply(values.GetValueOrDefault(set.Key).Node, problems) is { } node)
            {
                values[set.Key] = (node, "--config");
            }
        }
    }

    private void CheckTypes(string stack, string file, SortedDictionary<string, (ConfigNode Node, string File)> values, List<UserProblem> problems)
    {
        foreach (var declaration in _project.Declarations.Values)
        {
            if (values.TryGetValue(declaration.Key, out var value))
            {
                declaration.Type?.Check(declaration.Key, value.Node, nested: false, problems);
            }
            else
            {
                var key = declaration.Key[(declaration.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
                problems.Add(new UserProblem(
                    $"stack {stack} gives no value for {declaration.Key}, and Pulumi.yaml has no default",
                    file,
                    Cure: $"pulumi config set --stack {stack} {(declaration.Secret ? "--secret " : "")}{key} <value>"));
            }
        }
    }
}
