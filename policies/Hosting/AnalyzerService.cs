using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Grpc;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Policies.Hosting;

/// <summary>The calls of the engine (service <c>pulumirpc.Analyzer</c>), each turned into work of the pack. Knows no rule.</summary>
/// <param name="cancel">Called when the engine says that it is done.</param>
internal sealed class AnalyzerService(AnalyzerSession session, Action cancel)
{
    private const string Path = "/pulumirpc.Analyzer/";

    /// <summary>The calls by their path.</summary>
    public IReadOnlyDictionary<string, GrpcMethod> Methods => new Dictionary<string, GrpcMethod>(StringComparer.Ordinal)
    {
        [Path + "Handshake"] = HandshakeAsync,
        [Path + "ConfigureStack"] = ConfigureStackAsync,
        [Path + "GetPluginInfo"] = GetPluginInfoAsync,
        [Path + "GetAnalyzerInfo"] = GetAnalyzerInfoAsync,
        [Path + "Configure"] = ConfigureAsync,
        [Path + "Remediate"] = RemediateAsync,
        [Path + "Analyze"] = AnalyzeAsync,
        [Path + "AnalyzeStack"] = async request => await new StackAnalysis(session).RunAsync(request),
        [Path + "Cancel"] = CancelAsync,
    };

    private async Task<IMessage> HandshakeAsync(GrpcRequest request)
    {
        var handshake = await request.ReadAsync(AnalyzerHandshakeRequest.Parser);
        session.Begin(handshake.HasProgramDirectory ? handshake.ProgramDirectory : null);
        return new AnalyzerHandshakeResponse();
    }

    // The request holds the configuration with its secrets; only the names are kept.
    private async Task<IMessage> ConfigureStackAsync(GrpcRequest request)
    {
        var stack = await request.ReadAsync(AnalyzerStackConfigureRequest.Parser);
        session.Name(stack.Project, stack.Stack);
        return new AnalyzerStackConfigureResponse();
    }

    private static async Task<IMessage> GetPluginInfoAsync(GrpcRequest request)
    {
        await request.ReadAsync(Empty.Parser);
        return new PluginInfo { Version = RecoveryPolicyPack.Version };
    }

    private async Task<IMessage> GetAnalyzerInfoAsync(GrpcRequest request)
    {
        await request.ReadAsync(Empty.Parser);
        return PackDescription.Of(session.Setup);
    }

    private async Task<IMessage> ConfigureAsync(GrpcRequest request)
    {
        var message = await request.ReadAsync(ConfigureAnalyzerRequest.Parser);
        var pool = new ValuePool();
        var configuration = message.PolicyConfig.ToDictionary(
            entry => entry.Key,
            entry =>
                (System.Enum.IsDefined(entry.Value.EnforcementLevel) ? (Level?)entry.Value.EnforcementLevel : null,
                    StructReader.Read(entry.Value.Properties, pool)),
            StringComparer.Ordinal);
        var file = configuration.TryGetValue(PackPolicy.Settings.Id, out var settings) ? settings.Item2[PackPolicy.File] as TextValue : null;
        session.Configure(configuration, file?.Value);
        return new Empty();
    }

    // An AnalyzeRequest has the first fields of an AnalyzerResource and no others, so the one reads as the other.
    private async Task<IMessage> AnalyzeAsync(GrpcRequest request)
    {
        var node = session.NodeOf(await request.ReadAsync(AnalyzerResource.Parser));
        session.Remember(node);
        if (session.Setup.Obstacle is not null)
        {
            return new AnalyzeResponse();
        }

        var foreign = session.LooksForeign;
        var (violations, inapplicable) = session.Setup.Resources.Run(node, foreign);
        var response = new AnalyzeResponse();
        foreach (var violation in violations)
        {
            if (foreign && violation.Enforcement != Level.Mandatory)
            {
                session.Soften(violation);
            }

            response.Diagnostics.Add(Diagnostics.Of(violation));
        }

        response.NotApplicable.Add(inapplicable.Select(rule => new PolicyNotApplicable { PolicyName = rule.Rule.Id, Reason = rule.Reason }));
        return response;
    }

    private async Task<IMessage> RemediateAsync(GrpcRequest request)
    {
        var message = await request.ReadAsync(AnalyzerResource.Parser);
        var response = new RemediateResponse();
        if (session.Setup.Obstacle is not null)
        {
            return response;
        }

        var node = session.NodeOf(message);
        var corrections = session.Setup.Resources.Correct(node, inputs => session.NodeOf(node.Resource with { Inputs = inputs }, node.Provider?.Resource));
        foreach (var correction in corrections)
        {
            var rule = correction.Violation.Rule;
            response.Remediations.Add(new Remediation
            {
                PolicyName = rule.Id,
                PolicyPackName = RecoveryPolicyPack.Name,
                PolicyPackVersion = RecoveryPolicyPack.Version,
                Description = rule.Description,
                Properties = StructWriter.Write(message.Properties, node.Resource.Inputs, correction.Inputs),
                Diagnostic = correction.Violation.Message,
            });
        }

        return response;
    }

    private async Task<IMessage> CancelAsync(GrpcRequest request)
    {
        await request.ReadAsync(Empty.Parser);
        cancel();
        return new Empty();
    }
}
