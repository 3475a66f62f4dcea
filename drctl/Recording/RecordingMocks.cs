using DrInfra.Policies.Graph;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Drctl.Recording;

/// <summary>Passes every call on to the emulated cloud, and notes inputs and answers with the resource they belong to.</summary>
internal sealed class RecordingMocks(IMocks cloud, ResourceRecorder recorder, CancellationToken cancellationToken) : IMocks
{
    private readonly PropertyReader _reader = new(recorder.Pool, recorder.UrnOf);
    private readonly Lock _lock = new();
    private readonly List<(string Resource, Exception Reason)> _refusals = [];

    public PropertyReader Reader => _reader;

    /// <summary>What the cloud refused, by resource. Resources register at the same time, so their order means nothing.</summary>
    public IReadOnlyList<(string Resource, Exception Reason)> Refusals
    {
        get
        {
            lock (_lock)
            {
                return [.. _refusals.OrderBy(refusal => refusal.Resource, StringComparer.Ordinal)];
            }
        }
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        cancellationToken.ThrowIfCancellationRequested();
        recorder.Step();
        var record = recorder.Find(args.Type, args.Name);
        if (record is not null)
        {
            record.Asked = true;

            // The SDK has resolved every input by now, so they can be read and let go.
            await ReadInputsAsync(record, args).ConfigureAwait(false);
        }

        var (id, state) = await AskAsync(args).ConfigureAwait(false);
        recorder.Step();
        if (record is { Custom: true })
        {
            record.Id = id is null ? null : recorder.Pool.Text(id);
            record.Outputs = await _reader.ReadAsync(state, new HashSet<Resource>()).ConfigureAwait(false) as MapValue ?? MapValue.Empty;
        }

        if (record is not null)
        {
            record.IsAnswered = true;
        }

        return (id, state);
    }

    public async Task<object> CallAsync(MockCallArgs args)
    {
        cancellationToken.ThrowIfCancellationRequested();
        recorder.Step();
        var answer = await cloud.CallAsync(args).ConfigureAwait(false);
        recorder.Step();
        return answer;
    }

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest request)
    {
        recorder.Step();
        if (ResourceUrn.TryParse(request.Urn, out var urn) && recorder.Find(urn.Type, urn.Name) is { Custom: false, IsStack: false } record)
        {
            var outputs = new List<KeyValuePair<string, PropertyValue>>();
            foreach (var (name, output) in request.Outputs)
            {
                var value = await _reader.ReadAsync(output, new HashSet<Resource>()).ConfigureAwait(false);
                if (value.Unwrapped is not NullValue)
                {
                    outputs.Add(new(recorder.Pool.Text(name), value));
                }
            }

            record.Outputs = MapValue.Of(outputs);
        }

        await cloud.RegisterResourceOutputs(request).ConfigureAwait(false);
    }

    private async Task<(string? Id, object State)> AskAsync(MockResourceArgs args)
    {
        try
        {
            return await cloud.NewResourceAsync(args).ConfigureAwait(false);
        }
        catch (InvalidOperationException refusal)
        {
            lock (_lock)
            {
                _refusals.Add(($"{args.Type} {args.Name}", refusal));
            }

            throw;
        }
    }

    private async Task ReadInputsAsync(RecordedResource record, MockResourceArgs args)
    {
        if (record.GivenHidden)
        {
            record.Inputs = await _reader.ReadAsync(args.Inputs, new HashSet<Resource>()).ConfigureAwait(false) as MapValue ?? MapValue.Empty;
            return;
        }

        var inputs = new List<KeyValuePair<string, PropertyValue>>();
        var sources = new List<(string, Resource[])>();
        foreach (var (member, value) in record.Given ?? [])
        {
            var from = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
            if (await _reader.ReadMemberAsync(member, value, from).ConfigureAwait(false) is { } read)
            {
                inputs.Add(new(recorder.Pool.Text(member.Name), read));
            }

            if (from.Count > 0)
            {
                sources.Add((recorder.Pool.Text(member.Name), [.. from]));
            }
        }

        record.Inputs = MapValue.Of(inputs);
        record.PropertySources = sources;
        record.Given = null;
    }
}
