# The image of a node, with the tool that migrates its database beside it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY silo-config/ silo-config/
COPY src/ src/
# The packages are kept between builds by the builder, not in the image.
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/RbacGrains.Silo -c Release -o /out/app \
 && dotnet publish src/RbacGrains.Cli -c Release -o /out/rbac \
 && cp silo-config/appsettings*.json /out/app/

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Nothing is written here but to the database.
WORKDIR /app
COPY --from=build /out/rbac /rbac
COPY --from=build /out/app ./
USER app
ENV ASPNETCORE_URLS=http://+:8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080 11111 30000
HEALTHCHECK --interval=5s --timeout=10s --start-period=60s --retries=6 \
  CMD ["dotnet", "RbacGrains.Silo.dll", "--healthcheck", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "RbacGrains.Silo.dll"]
