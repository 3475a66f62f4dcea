namespace DrInfra.Drctl.Export;

/// <summary>A resource type of the Terraform provider.</summary>
/// <param name="Name">Such as <c>aws_s3_bucket</c>.</param>
/// <param name="Shape">Its attributes and blocks.</param>
/// <param name="Timeouts">The operations that it lets a configuration time: create, update, delete.</param>
internal sealed record TerraformType(string Name, TerraformShape Shape, IReadOnlyList<string> Timeouts);
