using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Commands;
using DrInfra.Policies.Graph;
using YamlDotNet.RepresentationModel;

namespace DrInfra.Tests.Stacks.Workflows;

/// <summary>
/// Runs the shell lines of a workflow's job as a runner does, in a folder of its own, with stand-ins for the programs that talk to others:
/// <c>pulumi</c>, <c>gh</c>, <c>git</c>, <c>aws</c>, <c>kubectl</c>, and a <c>dotnet</c> that builds nothing and has this process do what drctl is asked for.
/// </summary>
internal sealed class WorkflowRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drinfra-workflow-").FullName;
    private readonly TcpListener _drctl = new(IPAddress.Loopback, 0);

    public WorkflowRun(params ResourceGraph[] graphs)
    {
        _drctl.Start();
        _ = ServeAsync();
        foreach (var folder in (string[])["bin", "temp", "state"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        Script("pulumi", """
            echo "pulumi $*" >> "$STATE/calls"
            stack=$(echo "$*" | sed -n 's/.*--stack \([a-z]*\).*/\1/p')
            case "$*" in
              *"--expect-no-changes"*) ;;
              "stack output "*) echo "$3-of-$stack" ;;
              "preview"*) cat "$STATE/$stack.json"; exit "$(cat "$STATE/preview-code" 2>/dev/null || echo 0)" ;;
              "stack export"*) cp "$STATE/$stack.export" "$(echo "$*" | sed 's/.*--file //')" ;;
            esac
            """);
        Script("gh", """
            echo "gh $*" >> "$STATE/calls"
            case "$*" in
              *"--paginate"*) cat "$STATE/comment" 2>/dev/null || true ;;
              *) cp "$(echo "$*" | sed 's/.*body=@//')" "$STATE/body" ;;
            esac
            """);
        Script("aws", """
            echo "aws $*" >> "$STATE/calls"
            """);
        Script("kubectl", """
            echo "kubectl $*" >> "$STATE/calls"
            case "$1" in
              get) echo "ledger ledger-serving" ;;
            esac
            """);
        Script("git", """
            case "$2" in
              add) mkdir -p "$4" ;;
              remove) rm -r "$4" ;;
              *) exit 1 ;;
            esac
            """);
        Script("dotnet", $$"""
            echo "dotnet $*" >> "$STATE/calls"
            if [ "$1" = build ]; then exit 0; fi
            while [ "$1" != -- ]; do shift; done
            shift
            verb=$1
            shift
            # The base of the pull request is the example's project too; the date is the tests'.
            case "$verb $*" in
              *"--project "*) set -- "$verb" --project "{{Repository.Shipped}}" "${@:3}" --as-of 2026-11-24 ;;
              *) set -- "$verb" "$@" --as-of 2026-11-24 ;;
            esac
            exec 3<> "/dev/tcp/127.0.0.1/{{((IPEndPoint)_drctl.LocalEndpoint).Port}}"
            printf '%s\n' "$@" "" >&3
            read -r code <&3
            cat "$STATE/stdout"
            cat "$STATE/stderr" >&2
            exit "$code"
            """);
        foreach (var graph in graphs)
        {
            using var export = new MemoryStream();
            GraphFile.Write(graph, export);
            Keep($"{graph.Stack}.export", export.ToArray());
            Keep($"{graph.Stack}.json", Preview(JsonNode.Parse(export.ToArray())!));
        }
    }

    /// <summary>Whether the repository's variable says that a failover is in progress.</summary>
    public bool FailoverInProgress { get; set; }

    public string Calls => Read("state/calls");

    public void Dispose()
    {
        _drctl.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public void Keep(string name, string text) => File.WriteAllText(Path.Combine(_folder, "state", name), text);

    public string Read(string path) => File.Exists(Path.Combine(_folder, path)) ? File.ReadAllText(Path.Combine(_folder, path)) : "";

    /// <summary>Changes the preview of a stack.</summary>
    public void Change(string stack, Action<JsonArray> steps)
    {
        var root = JsonNode.Parse(Read($"state/{stack}.json"))!;
        steps(root["steps"]!.AsArray());
        Keep($"{stack}.json", root.ToJsonString());
    }

    /// <summary>All steps of a job that run a script, until one fails; the exit code of the last one, and what was printed.</summary>
    public (int Code, string Failed, string Output) Job(string workflow, string job)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read($".github/workflows/{workflow}.yml")));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var steps = (YamlSequenceNode)WorkflowSyntax.Child(
            WorkflowSyntax.Mapping(WorkflowSyntax.Child(WorkflowSyntax.Mapping(WorkflowSyntax.Child(root, "jobs")), job)), "steps")!;
        var output = "";
        foreach (var step in steps.Children.Select(WorkflowSyntax.Mapping).Where(step => WorkflowSyntax.Child(step, "run") is not null))
        {
            var (code, printed) = Run(WorkflowSyntax.Text(WorkflowSyntax.Child(step, "run")), WorkflowSyntax.Map(WorkflowSyntax.Child(step, "env")));
            output += printed;
            if (code != 0)
            {
                return (code, WorkflowSyntax.Text(WorkflowSyntax.Child(step, "name")), output);
            }
        }

        return (0, "", output);
    }

    private (int Code, string Output) Run(string script, List<(string Key, YamlNode Value)> environment)
    {
        var file = Path.Combine(_folder, "step.sh");
        File.WriteAllText(file, script);
        // The runner's own words for a script without `shell`.
        var start = new ProcessStartInfo("bash", ["-e", file])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(_folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["STATE"] = Path.Combine(_folder, "state");
        start.Environment["RUNNER_TEMP"] = Path.Combine(_folder, "temp");
        start.Environment["GITHUB_OUTPUT"] = Path.Combine(_folder, "state", "output");
        start.Environment["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder, "state", "summary");
        start.Environment["GITHUB_REPOSITORY"] = "example/platform";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = WorkflowSyntax.Text(value) switch
            {
                "${{ steps.report.outputs.code }}" => Read("state/output").Trim().Split('=')[^1],
                "${{ github.event.pull_request.number }}" => "7",
                var frozen when frozen.StartsWith("${{ vars.FAILOVER == 'in-progress'", StringComparison.Ordinal) => FailoverInProgress ? "true" : "false",
                var other => other.Trim('$', '{', '}', ' '),
            };
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    // An argument per line and an empty one; the answer is the exit code, and what was printed is in files.
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _drctl.AcceptTcpClientAsync();
                using var asked = new StreamReader(client.GetStream());
                var arguments = new List<string>();
                while (await asked.ReadLineAsync() is { Length: > 0 } argument)
                {
                    arguments.Add(argument);
                }

                using var output = new StringWriter();
                using var error = new StringWriter();
                var code = await DrctlApplication.RunAsync(arguments, new CommandEnvironment(output, error, false, false));
                Keep("stdout", output.ToString());
                Keep("stderr", error.ToString());
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{code}\n"));
            }
        }
        finally
        {
            // A script that asks after a failure is refused, and does not wait.
            _drctl.Dispose();
        }
    }

    // What the engine says of a stack in which nothing changes.
    private static string Preview(JsonNode export) => new JsonObject
    {
        ["steps"] = new JsonArray([.. export["deployment"]!["resources"]!.AsArray().Select(resource => new JsonObject
        {
            ["op"] = "same",
            ["urn"] = resource!["urn"]!.DeepClone(),
            ["oldState"] = resource.DeepClone(),
            ["newState"] = resource.DeepClone(),
        })]),
    }.ToJsonString(new JsonSerializerOptions { MaxDepth = 256 });

    private void Keep(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, "state", name), bytes);

    private void Script(string name, string text)
    {
        var path = Path.Combine(_folder, "bin", name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nset -e\n{text.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
