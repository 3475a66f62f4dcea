namespace Pulumi;

/// <summary>An output seen without its type.</summary>
internal interface IOutput
{
    bool TryGetUntyped(out UntypedData data);

    ValueTask<UntypedData> GetUntypedAsync();
}
