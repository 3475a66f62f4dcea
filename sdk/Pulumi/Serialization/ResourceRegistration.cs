namespace Pulumi.Serialization;

/// <summary>What the engine answered about one resource. All its outputs read from here.</summary>
internal sealed class ResourceRegistration(Resource resource)
{
    private TaskCompletionSource? _waiting;

    // By slot: the value where it is known and not secret, else a WireValue; null where there is none.
    private object?[]? _values;
    private Exception? _failure;
    private bool _missingIsKnown;
    private volatile bool _isDone;

    internal string Urn { get; private set; } = "";

    /// <summary>Null while it is unknown.</summary>
    internal string? Id { get; private set; }

    internal bool IsSuccessful => _isDone && _failure is null;

    /// <summary>What the resource is waiting for just now, as far as that is another resource's registration.</summary>
    internal Wait? Wait { get; set; }

    internal Task Completion
    {
        get
        {
            if (IsSuccessful)
            {
                return Task.CompletedTask;
            }

            // Whoever comes last, this or Finish, sees both the waiting task and the answer.
            var waiting = _waiting ?? Interlocked.CompareExchange(ref _waiting, new TaskCompletionSource(), null) ?? _waiting;
            Interlocked.MemoryBarrier();
            if (_isDone)
            {
                Settle(waiting);
            }

            return waiting.Task;
        }
    }

    internal void Succeed(string urn, string? id, object?[]? values, bool missingIsKnown)
    {
        Urn = urn;
        Id = id;
        _values = values;
        _missingIsKnown = missingIsKnown;
        Finish();
    }

    internal void Fail(Exception failure)
    {
        _failure = failure;
        Finish();
    }

    internal OutputData<T> Read<T>(OutputSlot slot)
    {
        var resources = ResourceSet.Of(resource);
        if (slot.Name == Constants.UrnProperty)
        {
            return new OutputData<T>((T)(object)Urn, resources);
        }

        if (slot.Name == Constants.IdProperty && resource is CustomResource)
        {
            return new OutputData<T>((T)(object)(Id ?? ""), resources, isKnown: Id is not null);
        }

        return _values?[slot.Index] switch
        {
            null => new OutputData<T>(default!, resources, _missingIsKnown),
            WireValue { IsKnown: false } wire => new OutputData<T>(default!, resources, isKnown: false, wire.IsSecret),
            WireValue wire => new OutputData<T>(WireConverter.Convert<T>(wire.Value), resources, isSecret: wire.IsSecret),
            var value => new OutputData<T>(WireConverter.Convert<T>(value), resources),
        };
    }

    private void Finish()
    {
        _isDone = true;
        Interlocked.MemoryBarrier();
        if (_waiting is { } waiting)
        {
            Settle(waiting);
        }
    }

    private void Settle(TaskCompletionSource waiting)
    {
        if (_failure is null)
        {
            waiting.TrySetResult();
        }
        else
        {
            waiting.TrySetException(_failure);
        }
    }
}
