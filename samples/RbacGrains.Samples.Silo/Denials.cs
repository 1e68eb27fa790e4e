using RbacGrains.Grains;

namespace RbacGrains.Samples.Silo;

/// <summary>Answers a request whose grain call was refused with the status that the organization's model has for it.</summary>
internal static class Denials
{
    /// <summary>Puts it around everything that follows.</summary>
    public static void UseDenials(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (PermissionDeniedException denied)
        {
            await Results.Problem(denied.Message, statusCode: denied.Status).ExecuteAsync(context);
        }
        catch (PermissionUnavailableException unavailable)
        {
            await Results.Problem(unavailable.Message, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    });
}
