namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>A bucket, as far as savepoints need it.</summary>
internal interface IObjectStore
{
    /// <summary>What begins with a prefix, in alphabetical order.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="after">Only names after this one; null: all.</param>
    /// <param name="isDeep">Whether objects in folders below the prefix are listed; else only the folders are.</param>
    /// <param name="isWhole">Whether all are listed; else one answer of the service is enough.</param>
    /// <param name="stop">Cancels the request.</param>
    Task<ObjectListing> ListAsync(string prefix, string? after, bool isDeep, bool isWhole, CancellationToken stop);

    /// <summary>The text of an object; null: there is none of that name.</summary>
    Task<string?> ReadAsync(string name, CancellationToken stop);

    /// <summary>Writes an object unless there is one of that name. False: there is.</summary>
    Task<bool> WriteNewAsync(string name, string text, CancellationToken stop);
}
