namespace DrInfra.Drctl.Export;

/// <summary>Terraform reads every text as a template.</summary>
internal static class TemplateText
{
    /// <summary>A text that Terraform reads as itself.</summary>
    public static string Literal(string text) =>
        text.Contains('{', StringComparison.Ordinal)
            ? text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal)
            : text;

    /// <summary>A text that Terraform replaces by the value of an expression.</summary>
    public static string Reference(string expression) => $"${{{expression}}}";
}
