using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DrInfra.Tests.Provider.Replacements.Protocol;
using Google.Protobuf;
using Grpc.Net.Client;
using MessagePack;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>
/// The provider by itself, spoken to as Terraform does. So one attribute can be planned at a time, a thousand in a second, and no guess
/// of a value is refused: Terraform validates in a call of its own.
/// </summary>
internal sealed class ProviderProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly Protocol.Provider.ProviderClient _client;

    private ProviderProcess(Process process, string socket)
    {
        _process = process;
        _channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { ConnectCallback = async (_, cancellation) => await ConnectAsync(socket, cancellation) },
            MaxReceiveMessageSize = null,
        });
        _client = new Protocol.Provider.ProviderClient(_channel);
    }

    /// <summary>Starts the program and tells it settings with which it asks no cloud.</summary>
    public static async Task<ProviderProcess> StartAsync(string program, BlockSchema settings)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Without the cookie of terraform's plugins it prints that it is one, and ends.
        start.Environment["TF_PLUGIN_MAGIC_COOKIE"] = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
        start.Environment["PLUGIN_PROTOCOL_VERSIONS"] = "5";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        // A plan that needs an answer of a service fails at once.
        start.Environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var greeting = (await process.StandardOutput.ReadLineAsync() ?? "").Split('|');
        var provider = new ProviderProcess(process, greeting.Length > 4 ? greeting[3] : throw new InvalidOperationException($"{program} is no provider"));
        var config = settings.Empty();
        foreach (var (name, value) in Offline())
        {
            config[name] = value;
        }

        var answer = await provider._client.ConfigureAsync(new Configure.Types.Request { TerraformVersion = "1.11.0", Config = Value(config) });
        return Error(answer.Diagnostics) is { } error ? throw new InvalidOperationException(error) : provider;
    }

    /// <summary>What the provider would do to a resource whose configuration becomes another.</summary>
    /// <param name="prior">Null where there is none yet.</param>
    public async Task<PlannedStep> PlanAsync(string type, JsonObject? prior, JsonObject config, JsonObject proposed)
    {
        var before = Value(prior);
        var answer = await _client.PlanResourceChangeAsync(
            new PlanResourceChange.Types.Request { TypeName = type, PriorState = before, Config = Value(config), ProposedNewState = Value(proposed) },
            deadline: DateTime.UtcNow + Limit);
        return new PlannedStep(
            [.. answer.RequiresReplace.Select(path => string.Join('.', path.Steps.Select(step => step.AttributeName).Where(name => name.Length > 0)))
                .Distinct(StringComparer.Ordinal)],
            Error(answer.Diagnostics) is null && Text(answer.PlannedState) != Text(before),
            Error(answer.Diagnostics) is null ? JsonNode.Parse(Text(answer.PlannedState)) as JsonObject : null,
            Error(answer.Diagnostics));
    }

    private static IEnumerable<(string Name, JsonNode Value)> Offline() =>
    [
        ("region", "eu-west-1"),
        ("access_key", "test"),
        ("secret_key", "test"),
        ("skip_credentials_validation", true),
        ("skip_requesting_account_id", true),
        ("skip_region_validation", true),
        ("skip_metadata_api_check", "true"),
        ("max_retries", 1),
    ];

    public void Dispose()
    {
        _channel.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task<Stream> ConnectAsync(string socket, CancellationToken cancellation)
    {
        var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
        return new NetworkStream(connection, ownsSocket: true);
    }

    private static DynamicValue Value(JsonObject? value) =>
        new() { Msgpack = ByteString.CopyFrom(MessagePackSerializer.ConvertFromJson(value?.ToJsonString() ?? "null")) };

    private static string Text(DynamicValue value) => MessagePackSerializer.ConvertToJson(value.Msgpack.Memory);

    private static string? Error(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Diagnostic.Types.Severity.Error) is { } error
            ? $"{error.Summary} {error.Detail}".Trim() : null;
}

/// <summary>What one plan says.</summary>
/// <param name="Replaces">The attributes that force a new resource.</param>
/// <param name="Changes">Whether anything would be done.</param>
/// <param name="State">What the resource would be; values that only the service knows are pairs of a number and a text.</param>
/// <param name="Error">Why there is no plan; null where there is one.</param>
internal sealed record PlannedStep(IReadOnlyList<string> Replaces, bool Changes, JsonObject? State, string? Error);
