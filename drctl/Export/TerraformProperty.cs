namespace DrInfra.Drctl.Export;

/// <summary>An attribute or a block.</summary>
/// <param name="Name">Terraform's name.</param>
/// <param name="One">Terraform has a list, of which Pulumi shows the only item.</param>
/// <param name="Nested">The shape of the object, or of each in a list; null where keys, if any, are the user's own.</param>
/// <param name="Fields">An object which is written as a value must state all of these, null where there is nothing to say.</param>
internal sealed record TerraformProperty(string Name, bool One = false, TerraformShape? Nested = null, IReadOnlyList<string>? Fields = null);
