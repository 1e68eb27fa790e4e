using System.Text;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Answers with a role table in the format that the caller accepts.</summary>
internal static class MatrixAnswers
{
    /// <summary>The table as JSON, CSV or Markdown.</summary>
    public static IResult Of(ApiRequest request, RoleMatrix matrix) => Negotiation.Choose<MatrixFormat>(request.Context,
        (MatrixFormat.Json, "application/json"), (MatrixFormat.Csv, "text/csv"), (MatrixFormat.Markdown, "text/markdown")) switch
    {
        MatrixFormat.Csv => TypedResults.Text(matrix.ToCsv(), "text/csv", Encoding.UTF8),
        MatrixFormat.Markdown => TypedResults.Text(matrix.ToMarkdown(), "text/markdown", Encoding.UTF8),
        _ => Answers.Json(ListJson<MatrixRowJson>.Whole(matrix.Rows.Select(Row)), ApiJson.Context.ListJsonMatrixRowJson),
    };

    private static MatrixRowJson Row(RoleMatrixRow row) =>
        new(row.Row, row.Actions, new OrderedDictionary<string, bool>(row.Roles, StringComparer.Ordinal));
}
